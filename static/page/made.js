import{a as ae,b as oe}from"./chunk-69E94357.js";import{a as ie,b as le,c as se,d as O,e as G,f as T}from"./chunk-9081DA01.js";import{a as w,c as te,d as re}from"./chunk-014418E3.js";import{b as ne}from"./chunk-4755C11B.js";import"./chunk-7E4D5263.js";import{I as Q,a as v,c as N,d as X,ea as ee,f as z,g as J,h as U}from"./chunk-7C254710.js";var s={title:"Digits it wrote",lead:"Nobody wrote these: a small network did, in your browser. The same seed always writes the same digits.",loading:"Loading the generator\u2026",failed:"The generator did not load. Are you online?",retry:"Try again",digit:"Digit to write",any:"Any",seed:"Seed",newSeed:"New digits",newSeedSaid:e=>`New digits, seed ${e}.`,spread:"Variety",spreadValue:e=>`${e}%`,style:"One hand",styleNumber:"Number of the hand",newStyle:"Another hand",newStyleSaid:e=>`Another hand, number ${e}.`,share:"Share",shareText:"Handwriting that nobody wrote: a small network did.",savePng:"Save PNG",saveSvg:"Save SVG",sheet:"Generated digits",digits:e=>`Generated digits: ${e.join(", ")}`,badSeed:e=>`A seed is a whole number from 0 to ${e}.`,handTitle:"Drag through handwriting",handLead:"A hand in each corner, a mixture anywhere else. Drag, or use the arrow keys.",handPad:"Square of hands: move with the arrow keys",handPlace:(e,r,t)=>`${e}, ${r}% to the right, ${t}% down`,newHands:"Four other hands",newHandsSaid:"Four other hands.",morphTitle:"From one digit into another",morphLead:"The same hand all the way. Play it, or drag.",morphFrom:"From",morphTo:"To",morphShare:"How far",morphValue:(e,r,t)=>`${t}% of the way from ${e} to ${r}`,play:"Play",pause:"Pause",numberTitle:"A number in one hand",numberLead:"A date, a telephone number, a price: it writes up to 40 digits. Points, signs and spaces become gaps.",numberField:"Number",badNumber:e=>`A number has 1 to ${e} digits, and no letters.`,numberPicture:e=>`${e}, written by hand`,call:"The same from the API",callLanguage:"Language",languages:{curl:"curl",fetch:"fetch",swift:"Swift"},copyCall:"Copy"};function k(e,r){let t=e.length/784,n=Math.min(r,t),a=n*28,d=Math.ceil(t/n)*28,m=new Uint8Array(a*d);for(let o=0;o<t;o++){let l=o%n*28,u=Math.floor(o/n)*28;for(let i=0;i<28;i++){let c=o*784+i*28;m.set(e.subarray(c,c+28),(u+i)*a+l)}}return{width:a,height:d,pixels:m}}var ke=3,S={digit:null,spread:1,style:null,at:[.5,.5],to:8,share:.5,number:"2026"};function M({digit:e}){return e??ke}function B(e,r){let t=(e.at??"").split(",").map(j);return{digit:de(e.digit)??S.digit,seed:G(e.seed??"")??r,spread:j(e.spread)??S.spread,style:G(e.style??"")??S.style,at:t.length===2&&t[0]!==null&&t[1]!==null?[t[0],t[1]]:S.at,to:de(e.to)??S.to,share:j(e.share)??S.share,number:V(e.number??"")??S.number}}function W(e){let r={};e.digit!==null&&(r.digit=String(e.digit)),r.seed=String(e.seed),e.spread!==S.spread&&(r.spread=String(e.spread)),e.style!==null&&(r.style=String(e.style));let[t,n]=e.at;return(t!==S.at[0]||n!==S.at[1])&&(r.at=`${t},${n}`),e.to!==S.to&&(r.to=String(e.to)),e.share!==S.share&&(r.share=String(e.share)),e.number!==S.number&&(r.number=e.number),r}function V(e){if(!/^[\d\s+\-./:,()']*$/.test(e))return null;let r=e.replace(/\D+/g," ").trim(),t=r.replaceAll(" ","").length;return t>=1&&t<=O?r:null}function A(e){return Math.round(Math.max(0,Math.min(1,e))*100)/100}function de(e){return e!==void 0&&/^\d$/.test(e)&&Number(e)<10?Number(e):null}function j(e){return e!==void 0&&/^[01]?(\.\d{1,6})?$/.test(e)&&e!==""&&Number(e)<=1?A(Number(e)):null}var R=40,ce=["curl","fetch","swift"],L={wall:3,hand:8,number:4};function me({digit:e,seed:r,spread:t,style:n},a,d,m){return q({digit:e,count:R,seed:r,spread:t,style:n,format:d,scale:L.wall,columns:a,model:m})}function ue(e,r,t,n){return he(e,r,t,n,{})}function pe(e,r,t,n){let{to:a,share:d}=e;return he(e,r,t,n,{to:a,share:d})}function he(e,r,t,n,a){return q({digit:M(e),...a,seed:e.seed,latent:Q(r),format:t,scale:L.hand,model:n})}function fe({number:e,seed:r,spread:t,style:n},a,d){return q({text:e,seed:r,spread:t,style:n,format:a,scale:L.number,model:d})}function ge(e,r,t){switch(e){case"curl":return`curl -o ${t} '${r}'`;case"fetch":return`const response = await fetch(
  "${r}",
);
const picture = await response.blob();`;case"swift":return`let url = URL(string: "${r}")!
let (data, _) = try await URLSession.shared.data(from: url)
let picture = UIImage(data: data)`}}function q(e){let r=new URLSearchParams;for(let[t,n]of Object.entries(e))n!==null&&!(t==="spread"&&n===1)&&r.set(t,String(n));return`/sample?${r}`}function C({language:e,generator:r},{chooseLanguage:t,announce:n},{name:a,path:d,file:m,save:o}){let l=d===null?"":ge(e,new URL(d,location.origin).href,m);return w`
    <div class="row saves">
      <button type="button" ?disabled="${r===null}" @click="${()=>o("png")}">
        ${s.savePng}
      </button>
      <button type="button" ?disabled="${r===null}" @click="${()=>o("svg")}">
        ${s.saveSvg}
      </button>
    </div>
    <details class="call">
      <summary>${s.call}</summary>
      <div class="row">
        <fieldset class="choices languages">
          <legend class="unseen">${s.callLanguage}</legend>
          ${ce.map(u=>w`
              <label><input type="radio" name="${a}-language" .checked="${u===e}" @change="${()=>t(u)}"><span>${s.languages[u]}</span></label>
            `)}
        </fieldset>
        ${ie(s.copyCall,()=>l,n)}
      </div>
      <pre tabindex="0" aria-label="${s.call}"><code>${l}</code></pre>
    </details>
  `}function Y(e,r,t,n){let a=[(1-t)*(1-n),t*(1-n),(1-t)*n,t*n],d=Math.sqrt(a.reduce((o,l)=>o+l*l,0)),m=Math.sqrt(1/d);return Uint8Array.from(r,(o,l)=>{let u=a.reduce((i,c,p)=>i+c*(e[p][l]-o),0);return Math.max(0,Math.min(127,Math.round(o+u*m)))})}function $e(e,r){if(r===1)return e;let t=e.width*r,n=e.height*r,a=new Uint8Array(t*n);for(let d=0;d<e.height;d++){let m=d*r*t;for(let o=0;o<e.width;o++){let l=m+o*r;a.fill(e.pixels[d*e.width+o],l,l+r)}for(let o=1;o<r;o++)a.copyWithin(m+o*t,m,m+t)}return{width:t,height:n,pixels:a}}function we(e,r){let{width:t,height:n,pixels:a}=e,d=Array.from({length:16},()=>[]);for(let o=0;o<n;o++)for(let l=0;l<t;){let u=be(a[o*t+l]),i=l;for(;l<t&&be(a[o*t+l])===u;)l++;u>0&&d[u].push(`M${i} ${o}h${l-i}`)}let m=d.flatMap((o,l)=>o.length===0?[]:[`<path stroke="#${l.toString(16).repeat(3)}" d="${o.join("")}"/>`]);return`<svg xmlns="http://www.w3.org/2000/svg" width="${t*r}" height="${n*r}" viewBox="0 -.5 ${t} ${n}" shape-rendering="crispEdges"><rect y="-.5" width="${t}" height="${n}"/>${m.join("")}</svg>
`}function be(e){return Math.round(e/17)}async function D(e,r,t,n){let a=t==="svg"?new Blob([we(e,r)],{type:"image/svg+xml"}):await Ue($e(e,r)),d=document.createElement("a");d.href=URL.createObjectURL(a),d.download=`${n}.${t}`,d.click(),setTimeout(()=>URL.revokeObjectURL(d.href),6e4)}function Ue({width:e,height:r,pixels:t}){let n=document.createElement("canvas");n.width=e,n.height=r;let a=z(n),d=a.createImageData(e,r);return t.forEach((m,o)=>{d.data.fill(m,o*4,o*4+3),d.data[o*4+3]=255}),a.putImageData(d,0,0),new Promise((m,o)=>n.toBlob(l=>l===null?o(new TypeError("the browser makes no PNG")):m(l)))}var F=7,ye=.05,Pe={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]};function ve(e){let r,t=new Uint8Array,n=new Uint8Array,a="",d=!1;function m({seed:i,spread:c},p){let g=`${i} ${c}`;if(r?.of===g)return r.hands;let h=[0,0,0,0],$=p.latents({digits:h,seed:i,spread:c});t=p.latents({digits:[0],seed:i,spread:0});let f=p.latentSize,[b,y,x,I]=h.map((H,Z)=>$.slice(Z*f,(Z+1)*f));return r={of:g,hands:[b,y,x,I]},r.hands}function o(i,c){let p=m(i,c);return Y(p,t,...i.at)}function l(i,c){let p=[M(i),i.seed,i.spread].join();if(p===a)return;a=p;let g=m(i,c),h=Array.from({length:F**2},(y,x)=>x),$=h.flatMap(y=>[...Y(g,t,(y%F+.5)/F,(Math.floor(y/F)+.5)/F)]),f=c.draw(h.map(()=>M(i)),Uint8Array.from($)),b=v("hand-map",HTMLCanvasElement);U(b,k(f,F))}function u(i){let c=i.currentTarget;if(!c.hasPointerCapture(i.pointerId))return;let p=c.getBoundingClientRect();e.change({at:[A((i.clientX-p.left)/p.width),A((i.clientY-p.top)/p.height)]})}return{latent:o,view(i){let{state:c,generator:p,model:g}=i,h=M(c),[$,f]=c.at,b=`digit-${h}-${c.seed}`,y=p&&o(c,p);return w`
        <h3>${s.handTitle}</h3>
        <p class="lead">${s.handLead}</p>
        <div id="hands" class="card" tabindex="0" role="application"
          aria-label=${s.handPad}
          @pointerdown=${x=>{x.currentTarget.setPointerCapture(x.pointerId),u(x)}}
          @pointermove=${u}
          @pointerup=${e.keep}
          @pointercancel=${e.keep}
          @keydown=${x=>{let I=Pe[x.key];if(I===void 0)return;x.preventDefault();let H=[A($+I[0]*ye),A(f+I[1]*ye)];e.change({at:H}),e.announce(s.handPlace(h,Math.round(H[0]*100),Math.round(H[1]*100)))}}
          @keyup=${e.keep}>
          <canvas id="hand-map" aria-hidden="true"></canvas>
          <div id="lens" class="card" aria-hidden="true">
            <canvas id="hand-live"></canvas>
          </div>
        </div>
        <div class="row">
          <button type="button" id="new-hands" @click=${()=>{e.change({seed:T()}),e.keep(),e.announce(s.newHandsSaid)}}>${s.newHands}</button>
        </div>
        ${C(i,e,{name:"hand",path:y&&ue(c,y,"png",g),file:`${b}.png`,save:x=>D(k(n,1),L.hand,x,b)})}
      `},paint(i,c){d||(d=!0,N(()=>a="")),l(i,c);let[p,g]=i.at,h=v("lens",HTMLElement);h.style.setProperty("--x",String(p)),h.style.setProperty("--y",String(g)),n=new Uint8Array(c.draw([M(i)],o(i,c))),U(v("hand-live",HTMLCanvasElement),{width:28,height:28,pixels:n})}}}var K=9,Se=1600;function Ae(e,r){let t=null,n=new Uint8Array;function a(){t?.(),t=null}function d(m){let o=performance.now()-m*Se,l=()=>{let u=(performance.now()-o)/Se%2;t=X(l),e.change({share:A(u>1?2-u:u)})};t=X(l)}return{view(m){let{state:o,generator:l,model:u}=m,{to:i,share:c}=o,p=M(o),g=Math.round(c*100),h=t!==null,$=`morph-${p}-${i}-${g}`,f=l&&r(o,l);return w`
        <h3>${s.morphTitle}</h3>
        <p class="lead">${s.morphLead}</p>
        <form class="row" @submit=${b=>b.preventDefault()}>
          ${xe("morph-from",s.morphFrom,p,b=>{e.change({digit:b}),e.keep()})}
          ${xe("morph-to",s.morphTo,i,b=>{e.change({to:b}),e.keep()})}
          <button type="button" id="play" ?disabled=${l===null}
            @click=${()=>{h?a():d(c),e.change({}),e.keep()}}>${h?s.pause:s.play}</button>
        </form>
        <div class="morph">
          <div class="card morph-paper">
            <canvas id="morph" role="img" aria-label=${s.morphValue(p,i,g)}></canvas>
          </div>
          <label for="morph-share" class="unseen">${s.morphShare}</label>
          <input id="morph-share" type="range" min="0" max="100" .value=${String(g)}
            aria-valuetext=${s.morphValue(p,i,g)}
            @input=${b=>{a();let{value:y}=b.currentTarget;e.change({share:A(Number(y)/100)})}} @change=${e.keep}>
          <canvas id="morph-strip" aria-hidden="true"></canvas>
        </div>
        ${C(m,e,{name:"morph",path:f&&pe(o,f,"png",u),file:`${$}.png`,save:b=>D(k(n,1),L.hand,b,$)})}
      `},paint(m,o){let{to:l,share:u}=m,i=M(m),c=[u,...Array.from({length:K},($,f)=>f/(K-1))],p=r(m,o),g=new Uint8Array(c.length*p.length);c.forEach(($,f)=>g.set(p,f*p.length));let h=o.draw(c.map($=>({from:i,to:l,share:$})),g);n=new Uint8Array(h.subarray(0,784)),U(v("morph",HTMLCanvasElement),k(n,1)),U(v("morph-strip",HTMLCanvasElement),k(h.subarray(784),K))},stop:a}}function xe(e,r,t,n){return w`
    <label for=${e}>${r}</label>
    <select id=${e} class="field" @change=${a=>n(Number(a.currentTarget.value))}>
      ${Array.from({length:10},(a,d)=>w`<option value=${d} .selected=${d===t}>${d}</option>`)}
    </select>
  `}function Le(e){let r={width:0,height:0,pixels:new Uint8Array},t="";return{view(n){let{number:a,seed:d}=n.state;V(t)!==a&&(t=a);let m=`number-${a.replaceAll(" ","-")}-${d}`;return w`
        <h3>${s.numberTitle}</h3>
        <p class="lead">${s.numberLead}</p>
        <form class="row" autocomplete="off" @submit=${o=>o.preventDefault()}>
          <label for="number">${s.numberField}</label>
          <input id="number" class="field" type="text" inputmode="tel"
            maxlength="80" aria-describedby="number-status" .value=${t}
            @input=${o=>{let l=o.currentTarget,u=V(l.value),i=u===null?s.badNumber(O):"";l.setCustomValidity(i),v("number-status",HTMLElement).textContent=i,u!==null&&(t=l.value,e.change({number:u}))}} @change=${e.keep}>
          <button type="button" id="number-hand" @click=${()=>{let o=T();e.change({style:o}),e.keep(),e.announce(s.newStyleSaid(o))}}>${s.newStyle}</button>
        </form>
        <p id="number-status" class="status" role="status"></p>
        <div class="card paper">
          <canvas id="number-picture" role="img" aria-label=${s.numberPicture(a)}></canvas>
        </div>
        ${C(n,e,{name:"number",path:fe(n.state,"png",n.model),file:`${m}.png`,save:o=>D(r,L.number,o,m)})}
      `},paint({number:n,seed:a,spread:d,style:m},o){let l=[...n.replaceAll(" ","")].map(Number),u=o.generate({digits:l,seed:a,spread:d,style:m??a});r=ae(u,oe(n),a);let i=v("number-picture",HTMLCanvasElement);U(i,r),i.style.setProperty("--pixels",String(r.width))}}}function Te(e){let r=[],t=()=>r.forEach(({canvas:n,sample:a})=>J(n,a.pixels));return N(t),n=>{r=n.map(a=>({canvas:document.createElement("canvas"),sample:a})),r.forEach(({canvas:a},d)=>a.style.setProperty("--index",String(d))),e.replaceChildren(...r.map(({canvas:a})=>a)),e.ariaLabel=s.digits(n.map(({digit:a})=>a)),t()}}var Ce=[null,...Array.from({length:10},(e,r)=>r)],Ee={usual:10,narrow:8},De="(max-width: 40rem)";function Me(e){let r=new Uint8Array,t=[],n="",a,d=matchMedia(De);d.addEventListener("change",()=>e.change({}));let m=(l,u)=>{let i=l.currentTarget,c=G(i.value),p=c===null?s.badSeed(se):"";i.setCustomValidity(p),v("wall-status",HTMLElement).textContent=p,c!==null&&(e.change({[u]:c}),e.keep())},o=l=>{v("wall-status",HTMLElement).textContent="",e.change(l),e.keep()};return{view(l){let{digit:u,seed:i,spread:c,style:p}=l.state,g=Math.round(c*100),h=d.matches?Ee.narrow:Ee.usual,$=`digits-${u??"mixed"}-${i}`;return w`
        <form class="made-choices" autocomplete="off" @submit=${Ne}>
          <fieldset class="choices">
            <legend class="unseen">${s.digit}</legend>
            ${Ce.map(f=>w`<label><input type="radio" name="digit" .checked=${f===u} @change=${()=>o({digit:f})}><span>${f??s.any}</span></label>`)}
          </fieldset>
          <div class="row">
            <label for="seed">${s.seed}</label>
            <input id="seed" class="field" type="text" inputmode="numeric"
              maxlength="10" aria-describedby="wall-status" .value=${String(i)}
              @change=${f=>m(f,"seed")}>
            <button type="button" id="new-seed" class="primary"
              @click=${()=>{let f=T();o({seed:f}),e.announce(s.newSeedSaid(f))}}>${s.newSeed}</button>
          </div>
          <div class="row">
            <label for="spread">${s.spread}</label>
            <input id="spread" type="range" min="0" max="100" .value=${String(g)}
              aria-valuetext=${s.spreadValue(g)} @input=${f=>e.change({spread:Ie(f)})} @change=${e.keep}>
            <output for="spread" aria-hidden="true">${s.spreadValue(g)}</output>
          </div>
          <div class="row">
            <label class="check"><input id="one-hand" type="checkbox"
              .checked=${p!==null} @change=${f=>o({style:f.currentTarget.checked?T():null})}> ${s.style}</label>
            <input id="style" class="field" type="text" inputmode="numeric"
              maxlength="10" aria-label=${s.styleNumber} ?hidden=${p===null}
              .value=${String(p??"")} @change=${f=>m(f,"style")}>
            <button type="button" id="new-style" ?hidden=${p===null}
              @click=${()=>{let f=T();o({style:f}),e.announce(s.newStyleSaid(f))}}>${s.newStyle}</button>
          </div>
        </form>
        <div id="wall" class="card" data-columns=${h} role="img"
          aria-label=${s.sheet}></div>
        <p id="wall-status" class="status" role="status"></p>
        ${C(l,e,{name:"wall",path:me(l.state,h,"png",l.model),file:`${$}.png`,save:f=>D(k(r,h),L.wall,f,$)})}
      `},paint({digit:l,seed:u,spread:i,style:c},p){let g=[l,u,i,c].join();g!==n&&(n=g,t=l===null?ne(u,R):new Array(R).fill(l),r=new Uint8Array(p.generate({digits:t,seed:u,spread:i,...c===null?{}:{style:c}})),a??=Te(v("wall",HTMLElement)),a(t.map((h,$)=>({digit:h,pixels:r.subarray($*784,($+1)*784)}))))}}}function Ie(e){let{value:r}=e.currentTarget;return A(Number(r)/100)}function Ne(e){e.preventDefault()}function gr(e,r){let t=B({},T()),n="curl",a=null,d=!1,m={change(h){t={...t,...h},c()},keep:()=>r.setLink(W(t)),announce:r.announce,chooseLanguage(h){n=h,c()}},o=Me(m),l=ve(m),u=[o,Le(m),l,Ae(m,l.latent)],i=()=>new URL(ee(W(t)),location.href).href;function c(){let h={state:t,language:n,generator:a,model:a&&Fe(a)},[$,f,...b]=u.map(y=>y.view(h));if(re(w`
        <div class="row made-title">
          <h2>${s.title}</h2>
          ${le(s.share,()=>({url:i(),text:s.shareText}),r.announce)}
        </div>
        <p class="lead">${s.lead}</p>
        ${d?p():te}
        <div class="made-part">${$}</div>
        <div class="made-part">${f}</div>
        <div class="made-part made-pair">
          ${b.map(y=>w`<div>${y}</div>`)}
        </div>
      `,e),a!==null)for(let y of u)y.paint(t,a)}function p(){return w`
      <p class="notice" role="alert">${s.failed}
        <button type="button" @click=${g}>${s.retry}</button></p>
    `}async function g(){d=!1;try{a=await r.models.generator()}catch(h){console.warn("The generator did not load:",h),d=!0}c()}return c(),N(c),{show(h){"made"in h||(t=B(h,t.seed)),m.keep(),c(),a===null&&g(),"number"in h&&v("number",HTMLElement).closest(".made-part")?.scrollIntoView()},hide(){for(let h of u)h.stop?.()}}}function Fe({info:e}){return e.sha256===""?null:e.name}export{gr as start};
