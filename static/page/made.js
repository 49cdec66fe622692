import{a as ie,b as le,c as se,d as F,e as _,f as T}from"./chunk-C60A863C.js";import{a as y,c as oe,d as ae}from"./chunk-014418E3.js";import{b as ue}from"./chunk-E6ED8C59.js";import{b as ce,c as me}from"./chunk-7E4D5263.js";import{H as re,a as S,c as D,ca as ne,d as X,f as ee,g as te,h as P}from"./chunk-1439A54F.js";var u={title:"Digits it wrote",lead:"Nobody wrote these: a small network did, in your browser. The same seed always writes the same digits.",loading:"Loading the generator\u2026",failed:"The generator did not load. Are you online?",retry:"Try again",digit:"Digit to write",any:"Any",seed:"Seed",newSeed:"New digits",spread:"Variety",spreadValue:e=>`${e}%`,style:"One hand",styleNumber:"Number of the hand",newStyle:"Another hand",share:"Share",shareText:"Handwriting that nobody wrote: a small network did.",savePng:"Save PNG",saveSvg:"Save SVG",sheet:"Generated digits",digits:e=>`Generated digits: ${e.join(", ")}`,badSeed:e=>`A seed is a whole number from 0 to ${e}.`,handTitle:"Drag through handwriting",handLead:"A hand in each corner, a mixture anywhere else. Drag, or use the arrow keys.",handPad:"Square of hands: move with the arrow keys",handPlace:(e,t,r)=>`${e}, ${t}% to the right, ${r}% down`,newHands:"Four other hands",morphTitle:"From one digit into another",morphLead:"The same hand all the way. Play it, or drag.",morphFrom:"From",morphTo:"To",morphShare:"How far",morphValue:(e,t,r)=>`${r}% of the way from ${e} to ${t}`,play:"Play",pause:"Pause",numberTitle:"A number in one hand",numberLead:"A date, a telephone number, a price: it writes up to 40 digits. Points, signs and spaces become gaps.",numberField:"Number",badNumber:e=>`A number has 1 to ${e} digits, and no letters.`,numberPicture:e=>`${e}, written by hand`,call:"The same from the API",callLanguage:"Language",languages:{curl:"curl",fetch:"fetch",swift:"Swift"},copyCall:"Copy"};function k(e,t){let r=e.length/784,n=Math.min(t,r),o=n*28,l=Math.ceil(r/n)*28,c=new Uint8Array(o*l);for(let a=0;a<r;a++){let i=a%n*28,p=Math.floor(a/n)*28;for(let s=0;s<28;s++){let m=a*784+s*28;c.set(e.subarray(m,m+28),(p+s)*o+i)}}return{width:o,height:l,pixels:c}}var He=3,A={digit:null,spread:1,style:null,at:[.5,.5],to:8,share:.5,number:"2026"};function I({digit:e}){return e??He}function W(e,t){let r=(e.at??"").split(",").map(j);return{digit:de(e.digit)??A.digit,seed:_(e.seed??"")??t,spread:j(e.spread)??A.spread,style:_(e.style??"")??A.style,at:r.length===2&&r[0]!==null&&r[1]!==null?[r[0],r[1]]:A.at,to:de(e.to)??A.to,share:j(e.share)??A.share,number:V(e.number??"")??A.number}}function q(e){let t={};e.digit!==null&&(t.digit=String(e.digit)),t.seed=String(e.seed),e.spread!==A.spread&&(t.spread=String(e.spread)),e.style!==null&&(t.style=String(e.style));let[r,n]=e.at;return(r!==A.at[0]||n!==A.at[1])&&(t.at=`${r},${n}`),e.to!==A.to&&(t.to=String(e.to)),e.share!==A.share&&(t.share=String(e.share)),e.number!==A.number&&(t.number=e.number),t}function V(e){if(!/^[\d\s+\-./:,()']*$/.test(e))return null;let t=e.replace(/\D+/g," ").trim(),r=t.replaceAll(" ","").length;return r>=1&&r<=F?t:null}function M(e){return Math.round(Math.max(0,Math.min(1,e))*100)/100}function de(e){return e!==void 0&&/^\d$/.test(e)&&Number(e)<10?Number(e):null}function j(e){return e!==void 0&&/^[01]?(\.\d{1,6})?$/.test(e)&&e!==""&&Number(e)<=1?M(Number(e)):null}var B=40,pe=["curl","fetch","swift"],L={wall:3,hand:8,number:4};function he({digit:e,seed:t,spread:r,style:n},o,l,c){return K({digit:e,count:B,seed:t,spread:r,style:n,format:l,scale:L.wall,columns:o,model:c})}function fe(e,t,r,n){return $e(e,t,r,n,{})}function ge(e,t,r,n){let{to:o,share:l}=e;return $e(e,t,r,n,{to:o,share:l})}function $e(e,t,r,n,o){return K({digit:I(e),...o,seed:e.seed,latent:re(t),format:r,scale:L.hand,model:n})}function be({number:e,seed:t,spread:r,style:n},o,l){return K({text:e,seed:t,spread:r,style:n,format:o,scale:L.number,model:l})}function we(e,t,r){switch(e){case"curl":return`curl -o ${r} '${t}'`;case"fetch":return`const response = await fetch(
  "${t}",
);
const picture = await response.blob();`;case"swift":return`let url = URL(string: "${t}")!
let (data, _) = try await URLSession.shared.data(from: url)
let picture = UIImage(data: data)`}}function K(e){let t=new URLSearchParams;for(let[r,n]of Object.entries(e))n!==null&&!(r==="spread"&&n===1)&&t.set(r,String(n));return`/sample?${t}`}function U({language:e,generator:t},{chooseLanguage:r},{name:n,path:o,file:l,save:c}){let a=o===null?"":we(e,new URL(o,location.origin).href,l);return y`
    <div class="row saves">
      <button type="button" ?disabled="${t===null}" @click="${()=>c("png")}">
        ${u.savePng}
      </button>
      <button type="button" ?disabled="${t===null}" @click="${()=>c("svg")}">
        ${u.saveSvg}
      </button>
    </div>
    <details class="call">
      <summary>${u.call}</summary>
      <div class="row">
        <fieldset class="choices languages">
          <legend class="unseen">${u.callLanguage}</legend>
          ${pe.map(i=>y`
              <label><input type="radio" name="${n}-language" .checked="${i===e}" @change="${()=>r(i)}"><span>${u.languages[i]}</span></label>
            `)}
        </fieldset>
        ${ie(u.copyCall,()=>a)}
      </div>
      <pre tabindex="0" aria-label="${u.call}"><code>${a}</code></pre>
    </details>
  `}function Y(e,t,r,n){let o=[(1-r)*(1-n),r*(1-n),(1-r)*n,r*n],l=Math.sqrt(o.reduce((a,i)=>a+i*i,0)),c=Math.sqrt(1/l);return Uint8Array.from(t,(a,i)=>{let p=o.reduce((s,m,d)=>s+m*(e[d][i]-a),0);return Math.max(0,Math.min(127,Math.round(a+p*c)))})}function ye(e,t){if(t===1)return e;let r=e.width*t,n=e.height*t,o=new Uint8Array(r*n);for(let l=0;l<e.height;l++){let c=l*t*r;for(let a=0;a<e.width;a++){let i=c+a*t;o.fill(e.pixels[l*e.width+a],i,i+t)}for(let a=1;a<t;a++)o.copyWithin(c+a*r,c,c+r)}return{width:r,height:n,pixels:o}}function Se(e,t){let{width:r,height:n,pixels:o}=e,l=Array.from({length:16},()=>[]);for(let a=0;a<n;a++)for(let i=0;i<r;){let p=ve(o[a*r+i]),s=i;for(;i<r&&ve(o[a*r+i])===p;)i++;p>0&&l[p].push(`M${s} ${a}h${i-s}`)}let c=l.flatMap((a,i)=>a.length===0?[]:[`<path stroke="#${i.toString(16).repeat(3)}" d="${a.join("")}"/>`]);return`<svg xmlns="http://www.w3.org/2000/svg" width="${r*t}" height="${n*t}" viewBox="0 -.5 ${r} ${n}" shape-rendering="crispEdges"><rect y="-.5" width="${r}" height="${n}"/>${c.join("")}</svg>
`}function ve(e){return Math.round(e/17)}async function N(e,t,r,n){let o=r==="svg"?new Blob([Se(e,t)],{type:"image/svg+xml"}):await Fe(ye(e,t)),l=document.createElement("a");l.href=URL.createObjectURL(o),l.download=`${n}.${r}`,l.click(),setTimeout(()=>URL.revokeObjectURL(l.href),6e4)}function Fe({width:e,height:t,pixels:r}){let n=document.createElement("canvas");n.width=e,n.height=t;let o=ee(n),l=o.createImageData(e,t);return r.forEach((c,a)=>{l.data.fill(c,a*4,a*4+3),l.data[a*4+3]=255}),o.putImageData(l,0,0),new Promise((c,a)=>n.toBlob(i=>i===null?a(new TypeError("the browser makes no PNG")):c(i)))}var G=7,Ae=.05,Ve={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]};function xe(e){let t,r=new Uint8Array,n=new Uint8Array,o="",l=!1;function c({seed:s,spread:m},d){let f=`${s} ${m}`;if(t?.of===f)return t.hands;let h=[0,0,0,0],b=d.latents({digits:h,seed:s,spread:m});r=d.latents({digits:[0],seed:s,spread:0});let g=d.latentSize,[w,v,x,C]=h.map((H,Q)=>b.slice(Q*g,(Q+1)*g));return t={of:f,hands:[w,v,x,C]},t.hands}function a(s,m){let d=c(s,m);return Y(d,r,...s.at)}function i(s,m){let d=[I(s),s.seed,s.spread].join();if(d===o)return;o=d;let f=c(s,m),h=Array.from({length:G**2},(v,x)=>x),b=h.flatMap(v=>[...Y(f,r,(v%G+.5)/G,(Math.floor(v/G)+.5)/G)]),g=m.draw(h.map(()=>I(s)),Uint8Array.from(b)),w=S("hand-map",HTMLCanvasElement);P(w,k(g,G))}function p(s){let m=s.currentTarget;if(!m.hasPointerCapture(s.pointerId))return;let d=m.getBoundingClientRect();e.change({at:[M((s.clientX-d.left)/d.width),M((s.clientY-d.top)/d.height)]})}return{latent:a,view(s){let{state:m,generator:d,model:f}=s,h=I(m),[b,g]=m.at,w=`digit-${h}-${m.seed}`,v=d&&a(m,d);return y`
        <h3>${u.handTitle}</h3>
        <p class="lead">${u.handLead}</p>
        <div id="hands" class="card" tabindex="0" role="application"
          aria-label=${u.handPad}
          @pointerdown=${x=>{x.currentTarget.setPointerCapture(x.pointerId),p(x)}}
          @pointermove=${p}
          @pointerup=${e.keep}
          @pointercancel=${e.keep}
          @keydown=${x=>{let C=Ve[x.key];if(C===void 0)return;x.preventDefault();let H=[M(b+C[0]*Ae),M(g+C[1]*Ae)];e.change({at:H}),e.announce(u.handPlace(h,Math.round(H[0]*100),Math.round(H[1]*100)))}}
          @keyup=${e.keep}>
          <canvas id="hand-map" aria-hidden="true"></canvas>
          <div id="lens" class="card" aria-hidden="true">
            <canvas id="hand-live"></canvas>
          </div>
        </div>
        <div class="row">
          <button type="button" id="new-hands" @click=${()=>{e.change({seed:T()}),e.keep()}}>${u.newHands}</button>
        </div>
        ${U(s,e,{name:"hand",path:v&&fe(m,v,"png",f),file:`${w}.png`,save:x=>N(k(n,1),L.hand,x,w)})}
      `},paint(s,m){l||(l=!0,D(()=>o="")),i(s,m);let[d,f]=s.at,h=S("lens",HTMLElement);h.style.setProperty("--x",String(d)),h.style.setProperty("--y",String(f)),n=new Uint8Array(m.draw([I(s)],a(s,m))),P(S("hand-live",HTMLCanvasElement),{width:28,height:28,pixels:n})}}}var Z=9,Ee=1600;function Le(e,t){let r=null,n=new Uint8Array;function o(){r?.(),r=null}function l(c){let a=performance.now()-c*Ee,i=()=>{let p=(performance.now()-a)/Ee%2;r=X(i),e.change({share:M(p>1?2-p:p)})};r=X(i)}return{view(c){let{state:a,generator:i,model:p}=c,{to:s,share:m}=a,d=I(a),f=Math.round(m*100),h=r!==null,b=`morph-${d}-${s}-${f}`,g=i&&t(a,i);return y`
        <h3>${u.morphTitle}</h3>
        <p class="lead">${u.morphLead}</p>
        <form class="row" @submit=${w=>w.preventDefault()}>
          ${Me("morph-from",u.morphFrom,d,w=>{e.change({digit:w}),e.keep()})}
          ${Me("morph-to",u.morphTo,s,w=>{e.change({to:w}),e.keep()})}
          <button type="button" id="play" ?disabled=${i===null}
            @click=${()=>{h?o():l(m),e.change({}),e.keep()}}>${h?u.pause:u.play}</button>
        </form>
        <div class="morph">
          <div class="card morph-paper">
            <canvas id="morph" role="img" aria-label=${u.morphValue(d,s,f)}></canvas>
          </div>
          <label for="morph-share" class="unseen">${u.morphShare}</label>
          <input id="morph-share" type="range" min="0" max="100" .value=${String(f)}
            aria-valuetext=${u.morphValue(d,s,f)}
            @input=${w=>{o();let{value:v}=w.currentTarget;e.change({share:M(Number(v)/100)})}} @change=${e.keep}>
          <canvas id="morph-strip" aria-hidden="true"></canvas>
        </div>
        ${U(c,e,{name:"morph",path:g&&ge(a,g,"png",p),file:`${b}.png`,save:w=>N(k(n,1),L.hand,w,b)})}
      `},paint(c,a){let{to:i,share:p}=c,s=I(c),m=[p,...Array.from({length:Z},(b,g)=>g/(Z-1))],d=t(c,a),f=new Uint8Array(m.length*d.length);m.forEach((b,g)=>f.set(d,g*d.length));let h=a.draw(m.map(b=>({from:s,to:i,share:b})),f);n=new Uint8Array(h.subarray(0,784)),P(S("morph",HTMLCanvasElement),k(n,1)),P(S("morph-strip",HTMLCanvasElement),k(h.subarray(784),Z))},stop:o}}function Me(e,t,r,n){return y`
    <label for=${e}>${t}</label>
    <select id=${e} class="field" @change=${o=>n(Number(o.currentTarget.value))}>
      ${Array.from({length:10},(o,l)=>y`<option value=${l} .selected=${l===r}>${l}</option>`)}
    </select>
  `}var R=32,z=5,Be=R-z-2,Te=2,Xe=48,Ie={least:2.5,most:4.5},ke=1,je=10,Pe=2,We=3,J=-(2**20);function Ue(e,t,r){let n=e.length/784,o=ce(r).between(Ie.least,Ie.most),l={rows:new Int32Array(R).fill(J),last:J},c=[],a=0;for(let i=0;i<n;i++){let p=me(r,i),s=Math.round(o+p.between(-ke,ke));a=.6*a+p.between(-1,1);let m=Ce(e,i),d=Ze(m),f=Be-ze(d)+Math.max(-Te,Math.min(Te,Math.round(a))),h=i===0?z-De(d):qe(l,d,f,s)+je*t[i];Ke(l,d,h,f),c.push({left:h,top:f})}return Ye(e,c,l.last+1+z)}function Ne(e){return Array.from(e.matchAll(/( *)\d/g),([,t])=>t.length)}function qe({rows:e,last:t},r,n,o){let l=t+1-We-De(r);for(let c=0;c<28;c++)if(!(r.first[c]>r.last[c]))for(let a=-Pe;a<=Pe;a++){let i=e[n+c+a]??J;l=Math.max(l,i+1+o-r.first[c])}return l}function Ke(e,t,r,n){for(let o=0;o<28;o++){if(t.first[o]>t.last[o])continue;let l=r+t.last[o];e.rows[n+o]=Math.max(e.rows[n+o],l),e.last=Math.max(e.last,l)}}function Ye(e,t,r){let n=new Uint8Array(r*R);return t.forEach(({left:o,top:l},c)=>{let a=Ce(e,c);for(let i=0;i<28;i++)for(let p=0;p<28;p++){let s=a[i*28+p],[m,d]=[o+p,l+i],f=m<0||m>=r||d<0||d>=R;if(s===0||f)continue;let h=d*r+m;n[h]=Math.max(n[h],s)}}),{width:r,height:R,pixels:n}}function Ce(e,t){return e.subarray(t*784,(t+1)*784)}function Ze(e){let t=new Int32Array(28).fill(28),r=new Int32Array(28).fill(-1);for(let n=0;n<28;n++)for(let o=0;o<28;o++)e[n*28+o]<Xe||(t[n]=Math.min(t[n],o),r[n]=o);return r.every(n=>n<0)&&(t[27]=r[27]=28/2),{first:t,last:r}}function De({first:e}){return Math.min(...e)}function ze({last:e}){return e.findLastIndex(t=>t>=0)}function Ge(e){let t={width:0,height:0,pixels:new Uint8Array},r="";return{view(n){let{number:o,seed:l}=n.state;V(r)!==o&&(r=o);let c=`number-${o.replaceAll(" ","-")}-${l}`;return y`
        <h3>${u.numberTitle}</h3>
        <p class="lead">${u.numberLead}</p>
        <form class="row" autocomplete="off" @submit=${a=>a.preventDefault()}>
          <label for="number">${u.numberField}</label>
          <input id="number" class="field" type="text" inputmode="tel"
            maxlength="80" aria-describedby="number-status" .value=${r}
            @input=${a=>{let i=a.currentTarget,p=V(i.value),s=p===null?u.badNumber(F):"";i.setCustomValidity(s),S("number-status",HTMLElement).textContent=s,p!==null&&(r=i.value,e.change({number:p}))}} @change=${e.keep}>
          <button type="button" id="number-hand" @click=${()=>{e.change({style:T()}),e.keep()}}>${u.newStyle}</button>
        </form>
        <p id="number-status" class="status" role="status"></p>
        <div class="card paper">
          <canvas id="number-picture" role="img" aria-label=${u.numberPicture(o)}></canvas>
        </div>
        ${U(n,e,{name:"number",path:be(n.state,"png",n.model),file:`${c}.png`,save:a=>N(t,L.number,a,c)})}
      `},paint({number:n,seed:o,spread:l,style:c},a){let i=[...n.replaceAll(" ","")].map(Number),p=a.generate({digits:i,seed:o,spread:l,style:c??o});t=Ue(p,Ne(n),o);let s=S("number-picture",HTMLCanvasElement);P(s,t),s.style.setProperty("--pixels",String(t.width))}}}function _e(e){let t=[],r=()=>t.forEach(({canvas:n,sample:o})=>te(n,o.pixels));return D(r),n=>{t=n.map(o=>({canvas:document.createElement("canvas"),sample:o})),t.forEach(({canvas:o},l)=>o.style.setProperty("--index",String(l))),e.replaceChildren(...t.map(({canvas:o})=>o)),e.ariaLabel=u.digits(n.map(({digit:o})=>o)),r()}}var Je=[null,...Array.from({length:10},(e,t)=>t)],Oe={usual:10,narrow:8},Qe="(max-width: 40rem)";function Re(e){let t=new Uint8Array,r=[],n="",o,l=matchMedia(Qe);l.addEventListener("change",()=>e.change({}));let c=(i,p)=>{let s=i.currentTarget,m=_(s.value),d=m===null?u.badSeed(se):"";s.setCustomValidity(d),S("wall-status",HTMLElement).textContent=d,m!==null&&(e.change({[p]:m}),e.keep())},a=i=>{S("wall-status",HTMLElement).textContent="",e.change(i),e.keep()};return{view(i){let{digit:p,seed:s,spread:m,style:d}=i.state,f=Math.round(m*100),h=l.matches?Oe.narrow:Oe.usual,b=`digits-${p??"mixed"}-${s}`;return y`
        <form class="made-choices" autocomplete="off" @submit=${tt}>
          <fieldset class="choices">
            <legend class="unseen">${u.digit}</legend>
            ${Je.map(g=>y`<label><input type="radio" name="digit" .checked=${g===p} @change=${()=>a({digit:g})}><span>${g??u.any}</span></label>`)}
          </fieldset>
          <div class="row">
            <label for="seed">${u.seed}</label>
            <input id="seed" class="field" type="text" inputmode="numeric"
              maxlength="10" aria-describedby="wall-status" .value=${String(s)}
              @change=${g=>c(g,"seed")}>
            <button type="button" id="new-seed" class="primary"
              @click=${()=>a({seed:T()})}>${u.newSeed}</button>
          </div>
          <div class="row">
            <label for="spread">${u.spread}</label>
            <input id="spread" type="range" min="0" max="100" .value=${String(f)}
              aria-valuetext=${u.spreadValue(f)} @input=${g=>e.change({spread:et(g)})} @change=${e.keep}>
            <output for="spread">${u.spreadValue(f)}</output>
          </div>
          <div class="row">
            <label class="check"><input id="one-hand" type="checkbox"
              .checked=${d!==null} @change=${g=>a({style:g.currentTarget.checked?T():null})}> ${u.style}</label>
            <input id="style" class="field" type="text" inputmode="numeric"
              maxlength="10" aria-label=${u.styleNumber} ?hidden=${d===null}
              .value=${String(d??"")} @change=${g=>c(g,"style")}>
            <button type="button" id="new-style" ?hidden=${d===null}
              @click=${()=>a({style:T()})}>${u.newStyle}</button>
          </div>
        </form>
        <div id="wall" class="card" data-columns=${h} role="img"
          aria-label=${u.sheet}></div>
        <p id="wall-status" class="status" role="status"></p>
        ${U(i,e,{name:"wall",path:he(i.state,h,"png",i.model),file:`${b}.png`,save:g=>N(k(t,h),L.wall,g,b)})}
      `},paint({digit:i,seed:p,spread:s,style:m},d){let f=[i,p,s,m].join();f!==n&&(n=f,r=i===null?ue(p,B):new Array(B).fill(i),t=new Uint8Array(d.generate({digits:r,seed:p,spread:s,...m===null?{}:{style:m}})),o??=_e(S("wall",HTMLElement)),o(r.map((h,b)=>({digit:h,pixels:t.subarray(b*784,(b+1)*784)}))))}}}function et(e){let{value:t}=e.currentTarget;return M(Number(t)/100)}function tt(e){e.preventDefault()}function Rr(e,t){let r=W({},T()),n="curl",o=null,l=!1,c={change(h){r={...r,...h},m()},keep:()=>t.setLink(q(r)),announce:t.announce,chooseLanguage(h){n=h,m()}},a=Re(c),i=xe(c),p=[a,Ge(c),i,Le(c,i.latent)],s=()=>new URL(ne(q(r)),location.href).href;function m(){let h={state:r,language:n,generator:o,model:o&&rt(o)},[b,g,...w]=p.map(v=>v.view(h));if(ae(y`
        <div class="row made-title">
          <h2>${u.title}</h2>
          ${le(u.share,()=>({url:s(),text:u.shareText}))}
        </div>
        <p class="lead">${u.lead}</p>
        ${l?d():oe}
        <div class="made-part">${b}</div>
        <div class="made-part">${g}</div>
        <div class="made-part made-pair">
          ${w.map(v=>y`<div>${v}</div>`)}
        </div>
      `,e),o!==null)for(let v of p)v.paint(r,o)}function d(){return y`
      <p class="notice" role="alert">${u.failed}
        <button type="button" @click=${f}>${u.retry}</button></p>
    `}async function f(){l=!1;try{o=await t.models.generator()}catch(h){console.warn("The generator did not load:",h),l=!0}m()}return m(),D(m),{show(h){"made"in h||(r=W(h,r.seed)),c.keep(),m(),o===null&&f(),"number"in h&&S("number",HTMLElement).closest(".made-part")?.scrollIntoView()},hide(){for(let h of p)h.stop?.()}}}function rt({info:e}){return e.sha256===""?null:e.name}export{Rr as start};
