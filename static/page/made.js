import{a as ae,b as oe}from"./chunk-69E94357.js";import{a as ie,b as le,c as se,d as _,e as O,f as L}from"./chunk-D333D8DF.js";import{a as b,c as te,d as re}from"./chunk-014418E3.js";import{b as ne}from"./chunk-BB4A2A56.js";import"./chunk-7E4D5263.js";import{L as Q,a as v,c as N,d as j,g as z,h as J,i as U,ka as ee}from"./chunk-72C368CF.js";var l={title:"Digits it wrote",lead:"Nobody wrote these: a small network did, just now, in your browser.",loading:"Loading the generator\u2026",failed:"The generator did not load. Are you online?",retry:"Try again",digit:"Digit to write",any:"Any",seed:"Seed",seedHint:"The same seed always writes the same digits.",newSeed:"New digits",newSeedSaid:e=>`New digits, seed ${e}.`,spread:"Variety",spreadHint:"100%: as different as people write. 0%: all average.",spreadValue:e=>`${e}%`,style:"One hand",styleHint:"As if one person had written them all.",styleNumber:"Number of the hand",newStyle:"Another hand",newStyleOf:"for the number",newStyleSaid:e=>`Another hand, number ${e}.`,share:"Share",shareText:"Handwriting that nobody wrote: a small network did.",savePng:"Save PNG",saveSvg:"Save SVG",sheet:"Generated digits",digits:e=>`Generated digits: ${e.join(", ")}`,badSeed:e=>`A seed is a whole number from 0 to ${e}.`,handTitle:"Drag through handwriting",handLead:"A hand in each corner, a mixture anywhere else. Drag, or use the arrow keys.",handPad:"Square of hands: move with the arrow keys",handPlace:(e,t,r)=>`${e}, ${t}% to the right, ${r}% down`,newHands:"Four other hands",newHandsSaid:"Four other hands.",morphTitle:"From one digit into another",morphLead:"The same hand all the way. Play it, or drag.",morphFrom:"From",morphTo:"To",morphShare:"How far",morphValue:(e,t,r)=>`${r}% of the way from ${e} to ${t}`,play:"Play",pause:"Pause",numberTitle:"A number in one hand",numberLead:"A date, a telephone number, a price: it writes up to 40 digits. Points, signs and spaces become gaps.",numberField:"Number",badNumber:e=>`A number has 1 to ${e} digits, and no letters.`,numberPicture:e=>`${e}, written by hand`,call:"The same from the API",callOf:e=>`The same from the API (${e})`,callNote:"It answers in white on black, as networks read; what you save here is ink on white paper.",pictures:{wall:"all digits",number:"the number",hand:"the digit of this hand",morph:"the digit on its way"},callLanguage:"Language",languages:{curl:"curl",fetch:"fetch",swift:"Swift"},copyCall:"Copy"};function k(e,t){let r=e.length/784,n=Math.min(t,r),a=n*28,d=Math.ceil(r/n)*28,m=new Uint8Array(a*d);for(let i=0;i<r;i++){let c=i%n*28,u=Math.floor(i/n)*28;for(let o=0;o<28;o++){let s=i*784+o*28;m.set(e.subarray(s,s+28),(u+o)*a+c)}}return{width:a,height:d,pixels:m}}var ke=3,S={digit:null,spread:1,style:null,at:[.5,.5],to:8,share:.5,number:"2026"};function M({digit:e}){return e??ke}function B(e,t){let r=(e.at??"").split(",").map(X);return{digit:de(e.digit)??S.digit,seed:O(e.seed??"")??t,spread:X(e.spread)??S.spread,style:O(e.style??"")??S.style,at:r.length===2&&r[0]!==null&&r[1]!==null?[r[0],r[1]]:S.at,to:de(e.to)??S.to,share:X(e.share)??S.share,number:V(e.number??"")??S.number}}function W(e){let t={};e.digit!==null&&(t.digit=String(e.digit)),t.seed=String(e.seed),e.spread!==S.spread&&(t.spread=String(e.spread)),e.style!==null&&(t.style=String(e.style));let[r,n]=e.at;return(r!==S.at[0]||n!==S.at[1])&&(t.at=`${r},${n}`),e.to!==S.to&&(t.to=String(e.to)),e.share!==S.share&&(t.share=String(e.share)),e.number!==S.number&&(t.number=e.number),t}function V(e){if(!/^[\d\s+\-./:,()']*$/.test(e))return null;let t=e.replace(/\D+/g," ").trim(),r=t.replaceAll(" ","").length;return r>=1&&r<=_?t:null}function x(e){return Math.round(Math.max(0,Math.min(1,e))*100)/100}function de(e){return e!==void 0&&/^\d$/.test(e)&&Number(e)<10?Number(e):null}function X(e){return e!==void 0&&/^[01]?(\.\d{1,6})?$/.test(e)&&e!==""&&Number(e)<=1?x(Number(e)):null}var R=40,ce=["curl","fetch","swift"],T={wall:3,hand:8,number:4};function me({digit:e,seed:t,spread:r,style:n},a,d,m){return q({digit:e,count:R,seed:t,spread:r,style:n,format:d,scale:T.wall,columns:a,model:m})}function ue(e,t,r,n){return he(e,t,r,n,{})}function pe(e,t,r,n){let{to:a,share:d}=e;return he(e,t,r,n,{to:a,share:d})}function he(e,t,r,n,a){return q({digit:M(e),...a,seed:e.seed,latent:Q(t),format:r,scale:T.hand,model:n})}function fe({number:e,seed:t,spread:r,style:n},a,d){return q({text:e,seed:t,spread:r,style:n,format:a,scale:T.number,model:d})}function ge(e,t,r){switch(e){case"curl":return`curl -o ${r} '${t}'`;case"fetch":return`const response = await fetch(
  "${t}",
);
const picture = await response.blob();`;case"swift":return`let url = URL(string: "${t}")!
let (data, _) = try await URLSession.shared.data(from: url)
let picture = UIImage(data: data)`}}function q(e){let t=new URLSearchParams;for(let[r,n]of Object.entries(e))n!==null&&!(r==="spread"&&n===1)&&t.set(r,String(n));return`/sample?${t}`}function C({language:e,generator:t},{chooseLanguage:r,announce:n},{name:a,path:d,file:m,save:i}){let c=d===null?"":ge(e,new URL(d,location.origin).href,m),u=l.pictures[a],o=b`<span class="unseen"> (${u})</span>`;return b`
    <div class="row saves">
      <button type="button" ?disabled="${t===null}" @click="${()=>i("png")}">
        ${l.savePng}${o}
      </button>
      <button type="button" ?disabled="${t===null}" @click="${()=>i("svg")}">
        ${l.saveSvg}${o}
      </button>
    </div>
    <details class="call">
      <summary>${l.call}${o}</summary>
      <p class="fine">${l.callNote}</p>
      <div class="row">
        <fieldset class="choices languages">
          <legend class="unseen">${l.callLanguage}${o}</legend>
          ${ce.map(s=>b`
              <label><input type="radio" name="${a}-language" .checked="${s===e}" @change="${()=>r(s)}"><span>${l.languages[s]}</span></label>
            `)}
        </fieldset>
        ${ie(b`${l.copyCall}${o}`,()=>c,n)}
      </div>
      <pre tabindex="0" aria-label="${l.callOf(u)}"><code>${c}</code></pre>
    </details>
  `}function Y(e,t,r,n){let a=[(1-r)*(1-n),r*(1-n),(1-r)*n,r*n],d=Math.sqrt(a.reduce((i,c)=>i+c*c,0)),m=Math.sqrt(1/d);return Uint8Array.from(t,(i,c)=>{let u=a.reduce((o,s,p)=>o+s*(e[p][c]-i),0);return Math.max(0,Math.min(127,Math.round(i+u*m)))})}function $e(e,t){if(t===1)return e;let r=e.width*t,n=e.height*t,a=new Uint8Array(r*n);for(let d=0;d<e.height;d++){let m=d*t*r;for(let i=0;i<e.width;i++){let c=m+i*t;a.fill(e.pixels[d*e.width+i],c,c+t)}for(let i=1;i<t;i++)a.copyWithin(m+i*r,m,m+r)}return{width:r,height:n,pixels:a}}function we(e,t,r="black"){let{width:n,height:a,pixels:d}=e,m=Array.from({length:16},()=>[]);for(let u=0;u<a;u++)for(let o=0;o<n;){let s=be(d[u*n+o]),p=o;for(;o<n&&be(d[u*n+o])===s;)o++;s>0&&m[s].push(`M${p} ${u}h${o-p}`)}let i=r==="white",c=m.flatMap((u,o)=>u.length===0?[]:[`<path stroke="#${(i?15-o:o).toString(16).repeat(3)}" d="${u.join("")}"/>`]);return`<svg xmlns="http://www.w3.org/2000/svg" width="${n*t}" height="${a*t}" viewBox="0 -.5 ${n} ${a}" shape-rendering="crispEdges"><rect ${i?'fill="#fff" ':""}y="-.5" width="${n}" height="${a}"/>${c.join("")}</svg>
`}function be(e){return Math.round(e/17)}async function I(e,t,r,n){let a=r==="svg"?new Blob([we(e,t,"white")],{type:"image/svg+xml"}):await Ue($e(e,t)),d=document.createElement("a");d.href=URL.createObjectURL(a),d.download=`${n}.${r}`,d.click(),setTimeout(()=>URL.revokeObjectURL(d.href),6e4)}function Ue({width:e,height:t,pixels:r}){let n=document.createElement("canvas");n.width=e,n.height=t;let a=z(n),d=a.createImageData(e,t);return r.forEach((m,i)=>{d.data.fill(255-m,i*4,i*4+3),d.data[i*4+3]=255}),a.putImageData(d,0,0),new Promise((m,i)=>n.toBlob(c=>c===null?i(new TypeError("the browser makes no PNG")):m(c)))}var H=7,ye=.05,Pe={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]};function ve(e){let t,r=new Uint8Array,n=new Uint8Array,a="",d=!1;function m({seed:o,spread:s},p){let g=`${o} ${s}`;if(t?.of===g)return t.hands;let h=[0,0,0,0],$=p.latents({digits:h,seed:o,spread:s});r=p.latents({digits:[0],seed:o,spread:0});let f=p.latentSize,[w,y,A,D]=h.map((G,Z)=>$.slice(Z*f,(Z+1)*f));return t={of:g,hands:[w,y,A,D]},t.hands}function i(o,s){let p=m(o,s);return Y(p,r,...o.at)}function c(o,s){let p=[M(o),o.seed,o.spread].join();if(p===a)return;a=p;let g=m(o,s),h=Array.from({length:H**2},(y,A)=>A),$=h.flatMap(y=>[...Y(g,r,(y%H+.5)/H,(Math.floor(y/H)+.5)/H)]),f=s.draw(h.map(()=>M(o)),Uint8Array.from($)),w=v("hand-map",HTMLCanvasElement);U(w,k(f,H))}function u(o){let s=o.currentTarget;if(!s.hasPointerCapture(o.pointerId))return;let p=s.getBoundingClientRect();e.change({at:[x((o.clientX-p.left)/p.width),x((o.clientY-p.top)/p.height)]})}return{latent:i,view(o){let{state:s,generator:p,model:g}=o,h=M(s),[$,f]=s.at,w=`digit-${h}-${s.seed}`,y=p&&i(s,p);return b`
        <h3>${l.handTitle}</h3>
        <p class="lead">${l.handLead}</p>
        <div id="hands" class="card" tabindex="0" role="application"
          aria-label=${l.handPad}
          @pointerdown=${A=>{A.currentTarget.setPointerCapture(A.pointerId),u(A)}}
          @pointermove=${u}
          @pointerup=${e.keep}
          @pointercancel=${e.keep}
          @keydown=${A=>{let D=Pe[A.key];if(D===void 0)return;A.preventDefault();let G=[x($+D[0]*ye),x(f+D[1]*ye)];e.change({at:G}),e.announce(l.handPlace(h,Math.round(G[0]*100),Math.round(G[1]*100)))}}
          @keyup=${e.keep}>
          <canvas id="hand-map" aria-hidden="true"></canvas>
          <div id="lens" class="card" aria-hidden="true">
            <canvas id="hand-live"></canvas>
          </div>
        </div>
        <div class="row">
          <button type="button" id="new-hands" @click=${()=>{e.change({seed:L()}),e.keep(),e.announce(l.newHandsSaid)}}>${l.newHands}</button>
        </div>
        ${C(o,e,{name:"hand",path:y&&ue(s,y,"png",g),file:`${w}.png`,save:A=>I(k(n,1),T.hand,A,w)})}
      `},paint(o,s){d||(d=!0,N(()=>a="")),c(o,s);let[p,g]=o.at,h=v("lens",HTMLElement);h.style.setProperty("--x",String(p)),h.style.setProperty("--y",String(g)),n=new Uint8Array(s.draw([M(o)],i(o,s))),U(v("hand-live",HTMLCanvasElement),{width:28,height:28,pixels:n})}}}var K=9,Se=1600;function xe(e,t){let r=null,n=new Uint8Array;function a(){r?.(),r=null}function d(m){let i=performance.now()-m*Se,c=()=>{let u=(performance.now()-i)/Se%2;r=j(c),e.change({share:x(u>1?2-u:u)})};r=j(c)}return{view(m){let{state:i,generator:c,model:u}=m,{to:o,share:s}=i,p=M(i),g=Math.round(s*100),h=r!==null,$=`morph-${p}-${o}-${g}`,f=c&&t(i,c);return b`
        <h3>${l.morphTitle}</h3>
        <p class="lead">${l.morphLead}</p>
        <form class="row" @submit=${w=>w.preventDefault()}>
          ${Ae("morph-from",l.morphFrom,p,w=>{e.change({digit:w}),e.keep()})}
          ${Ae("morph-to",l.morphTo,o,w=>{e.change({to:w}),e.keep()})}
          <button type="button" id="play" ?disabled=${c===null}
            @click=${()=>{h?a():d(s),e.change({}),e.keep()}}>${h?l.pause:l.play}</button>
        </form>
        <div class="morph">
          <div class="card morph-paper">
            <canvas id="morph" role="img" aria-label=${l.morphValue(p,o,g)}></canvas>
          </div>
          <label for="morph-share" class="unseen">${l.morphShare}</label>
          <input id="morph-share" type="range" min="0" max="100" .value=${String(g)}
            aria-valuetext=${l.morphValue(p,o,g)}
            @input=${w=>{a();let{value:y}=w.currentTarget;e.change({share:x(Number(y)/100)})}} @change=${e.keep}>
          <canvas id="morph-strip" aria-hidden="true"></canvas>
        </div>
        ${C(m,e,{name:"morph",path:f&&pe(i,f,"png",u),file:`${$}.png`,save:w=>I(k(n,1),T.hand,w,$)})}
      `},paint(m,i){let{to:c,share:u}=m,o=M(m),s=[u,...Array.from({length:K},($,f)=>f/(K-1))],p=t(m,i),g=new Uint8Array(s.length*p.length);s.forEach(($,f)=>g.set(p,f*p.length));let h=i.draw(s.map($=>({from:o,to:c,share:$})),g);n=new Uint8Array(h.subarray(0,784)),U(v("morph",HTMLCanvasElement),k(n,1)),U(v("morph-strip",HTMLCanvasElement),k(h.subarray(784),K))},stop:a}}function Ae(e,t,r,n){return b`
    <label for=${e}>${t}</label>
    <select id=${e} class="field" @change=${a=>n(Number(a.currentTarget.value))}>
      ${Array.from({length:10},(a,d)=>b`<option value=${d} .selected=${d===r}>${d}</option>`)}
    </select>
  `}function Te(e){let t={width:0,height:0,pixels:new Uint8Array},r="";return{view(n){let{number:a,seed:d}=n.state;V(r)!==a&&(r=a);let m=`number-${a.replaceAll(" ","-")}-${d}`;return b`
        <h3>${l.numberTitle}</h3>
        <p class="lead">${l.numberLead}</p>
        <form class="row" autocomplete="off" @submit=${i=>i.preventDefault()}>
          <label for="number">${l.numberField}</label>
          <input id="number" class="field" type="text" inputmode="tel"
            maxlength="80" aria-describedby="number-status" .value=${r}
            @input=${i=>{let c=i.currentTarget,u=V(c.value),o=u===null?l.badNumber(_):"";c.setCustomValidity(o),v("number-status",HTMLElement).textContent=o,u!==null&&(r=c.value,e.change({number:u}))}} @change=${e.keep}>
          <button type="button" id="number-hand"
            @click=${()=>{let i=L();e.change({style:i}),e.keep(),e.announce(l.newStyleSaid(i))}}>${l.newStyle}<span class="unseen"> ${l.newStyleOf}</span></button>
        </form>
        <p id="number-status" class="status" role="status"></p>
        <div class="card paper">
          <canvas id="number-picture" role="img" aria-label=${l.numberPicture(a)}></canvas>
        </div>
        ${C(n,e,{name:"number",path:fe(n.state,"png",n.model),file:`${m}.png`,save:i=>I(t,T.number,i,m)})}
      `},paint({number:n,seed:a,spread:d,style:m},i){let c=[...n.replaceAll(" ","")].map(Number),u=i.generate({digits:c,seed:a,spread:d,style:m??a});t=ae(u,oe(n),a);let o=v("number-picture",HTMLCanvasElement);U(o,t),o.style.setProperty("--pixels",String(t.width))}}}function Le(e){let t=[],r=()=>t.forEach(({canvas:n,sample:a})=>J(n,a.pixels));return N(r),n=>{t=n.map(a=>({canvas:document.createElement("canvas"),sample:a})),t.forEach(({canvas:a},d)=>a.style.setProperty("--index",String(d))),e.replaceChildren(...t.map(({canvas:a})=>a)),e.ariaLabel=l.digits(n.map(({digit:a})=>a)),r()}}var Ce=[null,...Array.from({length:10},(e,t)=>t)],Ee={usual:10,narrow:8},Ie="(max-width: 40rem)";function Me(e){let t=new Uint8Array,r=[],n="",a,d=matchMedia(Ie);d.addEventListener("change",()=>e.change({}));let m=(c,u)=>{let o=c.currentTarget,s=O(o.value),p=s===null?l.badSeed(se):"";o.setCustomValidity(p),v("wall-status",HTMLElement).textContent=p,s!==null&&(e.change({[u]:s}),e.keep())},i=c=>{v("wall-status",HTMLElement).textContent="",e.change(c),e.keep()};return{view(c){let{digit:u,seed:o,spread:s,style:p}=c.state,g=Math.round(s*100),h=d.matches?Ee.narrow:Ee.usual,$=`digits-${u??"mixed"}-${o}`;return b`
        <form class="made-choices" autocomplete="off" @submit=${Ne}>
          <fieldset class="choices">
            <legend class="unseen">${l.digit}</legend>
            ${Ce.map(f=>b`<label><input type="radio" name="digit" .checked=${f===u} @change=${()=>i({digit:f})}><span>${f??l.any}</span></label>`)}
          </fieldset>
          <div class="row">
            <label for="seed">${l.seed}</label>
            <input id="seed" class="field" type="text" inputmode="numeric"
              maxlength="10" aria-describedby="seed-hint wall-status"
              .value=${String(o)}
              @change=${f=>m(f,"seed")}>
            <button type="button" id="new-seed" class="primary"
              @click=${()=>{let f=L();i({seed:f}),e.announce(l.newSeedSaid(f))}}>${l.newSeed}</button>
            <p id="seed-hint">${l.seedHint}</p>
          </div>
          <div class="row">
            <label for="spread">${l.spread}</label>
            <input id="spread" type="range" min="0" max="100"
              aria-describedby="spread-hint" .value=${String(g)}
              aria-valuetext=${l.spreadValue(g)} @input=${f=>e.change({spread:De(f)})} @change=${e.keep}>
            <output for="spread" aria-hidden="true">${l.spreadValue(g)}</output>
            <p id="spread-hint">${l.spreadHint}</p>
          </div>
          <div class="row">
            <label class="check"><input id="one-hand" type="checkbox"
              aria-describedby="style-hint"
              .checked=${p!==null} @change=${f=>i({style:f.currentTarget.checked?L():null})}> ${l.style}</label>
            <input id="style" class="field" type="text" inputmode="numeric"
              maxlength="10" aria-label=${l.styleNumber} ?hidden=${p===null}
              .value=${String(p??"")} @change=${f=>m(f,"style")}>
            <button type="button" id="new-style" ?hidden=${p===null}
              @click=${()=>{let f=L();i({style:f}),e.announce(l.newStyleSaid(f))}}>${l.newStyle}</button>
            <p id="style-hint">${l.styleHint}</p>
          </div>
        </form>
        <div id="wall" class="card" data-columns=${h} role="img"
          aria-label=${l.sheet}></div>
        <p id="wall-status" class="status" role="status"></p>
        ${C(c,e,{name:"wall",path:me(c.state,h,"png",c.model),file:`${$}.png`,save:f=>I(k(t,h),T.wall,f,$)})}
      `},paint({digit:c,seed:u,spread:o,style:s},p){let g=[c,u,o,s].join();g!==n&&(n=g,r=c===null?ne(u,R):new Array(R).fill(c),t=new Uint8Array(p.generate({digits:r,seed:u,spread:o,...s===null?{}:{style:s}})),a??=Le(v("wall",HTMLElement)),a(r.map((h,$)=>({digit:h,pixels:t.subarray($*784,($+1)*784)}))))}}}function De(e){let{value:t}=e.currentTarget;return x(Number(t)/100)}function Ne(e){e.preventDefault()}function gr(e,t){let r=B({},L()),n="curl",a=null,d=!1,m={change(h){r={...r,...h},s()},keep:()=>t.setLink(W(r)),announce:t.announce,chooseLanguage(h){n=h,s()}},i=Me(m),c=ve(m),u=[i,Te(m),c,xe(m,c.latent)],o=()=>new URL(ee(W(r)),location.href).href;function s(){let h={state:r,language:n,generator:a,model:a&&He(a)},[$,f,...w]=u.map(y=>y.view(h));if(re(b`
        <div class="row made-title">
          <h2>${l.title}</h2>
          ${le(l.share,()=>({url:o(),text:l.shareText}),t.announce)}
        </div>
        <p class="lead">${l.lead}</p>
        ${d?p():te}
        <div class="made-part">${$}</div>
        <div class="made-part">${f}</div>
        <div class="made-part made-pair">
          ${w.map(y=>b`<div>${y}</div>`)}
        </div>
      `,e),a!==null)for(let y of u)y.paint(r,a)}function p(){return b`
      <p class="notice" role="alert">${l.failed}
        <button type="button" @click=${g}>${l.retry}</button></p>
    `}async function g(){d=!1;try{a=await t.models.generator()}catch(h){console.warn("The generator did not load:",h),d=!0}s()}return s(),N(s),{show(h){"made"in h||(r=B(h,r.seed)),m.keep(),s(),a===null&&g(),"number"in h&&v("number",HTMLElement).closest(".made-part")?.scrollIntoView()},hide(){for(let h of u)h.stop?.()}}}function He({info:e}){return e.sha256===""?null:e.name}export{gr as start};
