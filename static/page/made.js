import{a as b,b as me,c as de}from"./chunk-HVAJEJR2.js";import{a as pe,b as he,d as fe}from"./chunk-PO4E7KGC.js";import{C as se,D as le,E as q,F as H,G as K,H as ce,T as ue,a as y,b as U,c as W,d as ae,e as ie,f as k}from"./chunk-B5HDGPLW.js";function ge(e,t){if(!isSecureContext)return;let n=e.textContent??"";e.hidden=!1,e.addEventListener("click",async()=>{let r=await navigator.clipboard.writeText(t()).then(()=>!0,()=>!1);e.textContent=r?"Copied":"Not allowed",setTimeout(()=>e.textContent=n,2e3)})}var p={title:"Digits it wrote",lead:"Nobody wrote these: a small network did, here in your browser. The same seed writes the same digits again, everywhere.",loading:"Loading the generator\u2026",failed:"The generator did not load. Is there a connection?",retry:"Try again",digit:"Digit to write",any:"Any",seed:"Seed",newSeed:"New digits",spread:"Variety",spreadValue:e=>`${e} %`,style:"One hand",styleNumber:"Number of the hand",newStyle:"Another hand",copyLink:"Copy link",savePng:"Save PNG",saveSvg:"Save SVG",sheet:"Generated digits",badSeed:e=>`A seed is a whole number from 0 to ${e}.`,handTitle:"Drag through handwriting",handLead:"Each corner is a hand; between them lie all hands in between. Drag, or use the arrow keys.",handPad:"Square of hands: move with the arrow keys",handPlace:(e,t,n)=>`${e}, ${t} % to the right, ${n} % down`,newHands:"Four other hands",morphTitle:"From one digit into another",morphFrom:"From",morphTo:"To",morphShare:"How far",morphValue:(e,t,n)=>`${n} % of the way from ${e} to ${t}`,play:"Play",pause:"Pause",numberTitle:"A number in one hand",numberLead:"A date, a telephone number, a price: it writes up to 40 digits. Points, signs and spaces become gaps.",numberField:"Number",badNumber:e=>`A number has 1 to ${e} digits, and no letters.`,numberPicture:e=>`${e}, written by hand`,call:"The same from the API",callLanguage:"Language",languages:{curl:"curl",fetch:"fetch",swift:"Swift"},copyCall:"Copy"};function C(e,t){let n=e.length/784,r=Math.min(t,n),o=r*28,s=Math.ceil(n/r)*28,c=new Uint8Array(o*s);for(let a=0;a<n;a++){let l=a%r*28,d=Math.floor(a/r)*28;for(let i=0;i<28;i++){let u=a*784+i*28;c.set(e.subarray(u,u+28),(d+i)*o+l)}}return{width:o,height:s,pixels:c}}var O=2**32-1,Ve=100,V=40,pt=q({seed:K(0,O),model:H(),samples:ce(q({digit:K(0,9),pixels:H(),latent:le(H())},"ignored"),{least:1,most:Ve,what:"samples"})},"ignored");var Xe=3,$={digit:null,spread:1,style:null,at:[.5,.5],to:8,share:.5,number:"2026"};function E({digit:e}){return e??Xe}function Z(e,t){let n=(e.at??"").split(",").map(Y);return{digit:be(e.digit)??$.digit,seed:X(e.seed??"")??t,spread:Y(e.spread)??$.spread,style:X(e.style??"")??$.style,at:n.length===2&&n[0]!==null&&n[1]!==null?[n[0],n[1]]:$.at,to:be(e.to)??$.to,share:Y(e.share)??$.share,number:B(e.number??"")??$.number}}function z(e){let t={};e.digit!==null&&(t.digit=String(e.digit)),t.seed=String(e.seed),e.spread!==$.spread&&(t.spread=String(e.spread)),e.style!==null&&(t.style=String(e.style));let[n,r]=e.at;return(n!==$.at[0]||r!==$.at[1])&&(t.at=`${n},${r}`),e.to!==$.to&&(t.to=String(e.to)),e.share!==$.share&&(t.share=String(e.share)),e.number!==$.number&&(t.number=e.number),t}function X(e){let t=e.trim();return/^\d{1,10}$/.test(t)&&Number(t)<=O?Number(t):null}function B(e){if(!/^[\d\s+\-./:,()']*$/.test(e))return null;let t=e.replace(/\D+/g," ").trim(),n=t.replaceAll(" ","").length;return n>=1&&n<=V?t:null}function M(){return crypto.getRandomValues(new Uint32Array(1))[0]%1e6}function A(e){return Math.round(Math.max(0,Math.min(1,e))*100)/100}function be(e){return e!==void 0&&/^\d$/.test(e)&&Number(e)<10?Number(e):null}function Y(e){return e!==void 0&&/^[01]?(\.\d{1,6})?$/.test(e)&&e!==""&&Number(e)<=1?A(Number(e)):null}var j=40,J=8,ye=["curl","fetch","swift"],L={wall:3,hand:8,number:4};function $e({digit:e,seed:t,spread:n,style:r},o,s){return Q({digit:e,count:j,seed:t,spread:n,style:r,format:o,scale:L.wall,columns:J,model:s})}function we(e,t,n,r){return Q({digit:E(e),seed:e.seed,latent:se(t),format:n,scale:L.hand,model:r})}function ve({number:e,seed:t,spread:n,style:r},o,s){return Q({text:e,seed:t,spread:n,style:r,format:o,scale:L.number,model:s})}function Se(e,t,n){switch(e){case"curl":return`curl -o ${n} '${t}'`;case"fetch":return`const response = await fetch(
  "${t}",
);
const picture = await response.blob();`;case"swift":return`let url = URL(string: "${t}")!
let (data, _) = try await URLSession.shared.data(from: url)
let picture = UIImage(data: data)`}}function Q(e){let t=new URLSearchParams;for(let[n,r]of Object.entries(e))r!==null&&!(n==="spread"&&r===1)&&t.set(n,String(r));return`/sample?${t}`}var Be=2e3;function _({language:e,generator:t},{chooseLanguage:n},{name:r,path:o,file:s,save:c}){let a=o===null?"":Se(e,new URL(o,location.origin).href,s),l=async d=>{let i=d.currentTarget,u=await navigator.clipboard.writeText(a).then(()=>!0,()=>!1);i.dataset.done=String(u),setTimeout(()=>delete i.dataset.done,Be)};return b`
    <div class="row saves">
      <button type="button" ?disabled="${t===null}" @click="${()=>c("png")}">
        ${p.savePng}
      </button>
      <button type="button" ?disabled="${t===null}" @click="${()=>c("svg")}">
        ${p.saveSvg}
      </button>
    </div>
    <details class="call">
      <summary>${p.call}</summary>
      <div class="row">
        <fieldset class="choices languages">
          <legend class="unseen">${p.callLanguage}</legend>
          ${ye.map(d=>b`
              <label><input type="radio" name="${r}-language" .checked="${d===e}" @change="${()=>n(d)}"><span>${p.languages[d]}</span></label>
            `)}
        </fieldset>
        <button type="button" class="copy" ?hidden="${!isSecureContext}"
          @click="${l}">
          ${p.copyCall}
        </button>
      </div>
      <pre tabindex="0" aria-label="${p.call}"><code>${a}</code></pre>
    </details>
  `}function ee(e,t,n,r){let o=[(1-n)*(1-r),n*(1-r),(1-n)*r,n*r],s=Math.sqrt(o.reduce((a,l)=>a+l*l,0)),c=Math.sqrt(1/s);return Uint8Array.from(t,(a,l)=>{let d=o.reduce((i,u,m)=>i+u*(e[m][l]-a),0);return Math.max(0,Math.min(127,Math.round(a+d*c)))})}function xe(e,t){if(t===1)return e;let n=e.width*t,r=e.height*t,o=new Uint8Array(n*r);for(let s=0;s<e.height;s++){let c=s*t*n;for(let a=0;a<e.width;a++){let l=c+a*t;o.fill(e.pixels[s*e.width+a],l,l+t)}for(let a=1;a<t;a++)o.copyWithin(c+a*n,c,c+n)}return{width:n,height:r,pixels:o}}function Ee(e,t){let{width:n,height:r,pixels:o}=e,s=Array.from({length:16},()=>[]);for(let a=0;a<r;a++)for(let l=0;l<n;){let d=Ae(o[a*n+l]),i=l;for(;l<n&&Ae(o[a*n+l])===d;)l++;d>0&&s[d].push(`M${i} ${a}h${l-i}`)}let c=s.flatMap((a,l)=>a.length===0?[]:[`<path stroke="#${l.toString(16).repeat(3)}" d="${a.join("")}"/>`]);return`<svg xmlns="http://www.w3.org/2000/svg" width="${n*t}" height="${r*t}" viewBox="0 -.5 ${n} ${r}" shape-rendering="crispEdges"><rect y="-.5" width="${n}" height="${r}"/>${c.join("")}</svg>
`}function Ae(e){return Math.round(e/17)}async function D(e,t,n,r){let o=n==="svg"?new Blob([Ee(e,t)],{type:"image/svg+xml"}):await je(xe(e,t)),s=document.createElement("a");s.href=URL.createObjectURL(o),s.download=`${r}.${n}`,s.click(),setTimeout(()=>URL.revokeObjectURL(s.href),6e4)}function je({width:e,height:t,pixels:n}){let r=document.createElement("canvas");r.width=e,r.height=t;let o=ae(r),s=o.createImageData(e,t);return n.forEach((c,a)=>{s.data.fill(c,a*4,a*4+3),s.data[a*4+3]=255}),o.putImageData(s,0,0),new Promise((c,a)=>r.toBlob(l=>l===null?a(new TypeError("the browser makes no PNG")):c(l)))}var G=7,Me=.05,We={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]};function Le(e){let t,n=new Uint8Array,r=new Uint8Array,o="",s=!1;function c({seed:i,spread:u},m){let f=`${i} ${u}`;if(t?.of===f)return t.hands;let h=[0,0,0,0],x=m.latents({digits:h,seed:i,spread:u});n=m.latents({digits:[0],seed:i,spread:0});let T=m.latentSize,[w,I,v,N]=h.map((F,oe)=>x.slice(oe*T,(oe+1)*T));return t={of:f,hands:[w,I,v,N]},t.hands}function a(i,u){let m=c(i,u);return ee(m,n,...i.at)}function l(i,u){let m=[E(i),i.seed,i.spread].join();if(m===o)return;o=m;let f=c(i,u),h=Array.from({length:G**2},(I,v)=>v),x=h.flatMap(I=>[...ee(f,n,(I%G+.5)/G,(Math.floor(I/G)+.5)/G)]),T=u.draw(h.map(()=>E(i)),Uint8Array.from(x)),w=y("hand-map",HTMLCanvasElement);k(w,C(T,G))}function d(i){let u=i.currentTarget;if(!u.hasPointerCapture(i.pointerId))return;let m=u.getBoundingClientRect();e.change({at:[A((i.clientX-m.left)/m.width),A((i.clientY-m.top)/m.height)]})}return{latent:a,view(i){let{state:u,generator:m,model:f}=i,h=E(u),[x,T]=u.at,w=`digit-${h}-${u.seed}`,I=m&&a(u,m);return b`
        <h3>${p.handTitle}</h3>
        <p class="lead">${p.handLead}</p>
        <div id="hands" class="card" tabindex="0" role="application"
          aria-label=${p.handPad}
          @pointerdown=${v=>{v.currentTarget.setPointerCapture(v.pointerId),d(v)}}
          @pointermove=${d}
          @pointerup=${e.keep}
          @pointercancel=${e.keep}
          @keydown=${v=>{let N=We[v.key];if(N===void 0)return;v.preventDefault();let F=[A(x+N[0]*Me),A(T+N[1]*Me)];e.change({at:F}),e.announce(p.handPlace(h,Math.round(F[0]*100),Math.round(F[1]*100)))}}
          @keyup=${e.keep}>
          <canvas id="hand-map" aria-hidden="true"></canvas>
          <div id="lens" class="card" aria-hidden="true">
            <canvas id="hand-live"></canvas>
          </div>
        </div>
        <div class="row">
          <button type="button" id="new-hands" @click=${()=>{e.change({seed:M()}),e.keep()}}>${p.newHands}</button>
        </div>
        ${_(i,e,{name:"hand",path:I&&we(u,I,"png",f),file:`${w}.png`,save:v=>D(C(r,1),L.hand,v,w)})}
      `},paint(i,u){s||(s=!0,U(()=>o="")),l(i,u);let[m,f]=i.at,h=y("lens",HTMLElement);h.style.setProperty("--x",String(m)),h.style.setProperty("--y",String(f)),r=new Uint8Array(u.draw([E(i)],a(i,u))),k(y("hand-live",HTMLCanvasElement),{width:28,height:28,pixels:r})}}}var te=9,Te=1600;function ke(e,t){let n=null;function r(){n?.(),n=null}function o(s){let c=performance.now()-s*Te,a=()=>{let l=(performance.now()-c)/Te%2;n=W(a),e.change({share:A(l>1?2-l:l)})};n=W(a)}return{view({state:s,generator:c}){let{to:a,share:l}=s,d=E(s),i=Math.round(l*100),u=n!==null;return b`
        <h3>${p.morphTitle}</h3>
        <form class="row" @submit=${m=>m.preventDefault()}>
          ${Ie("morph-from",p.morphFrom,d,m=>{e.change({digit:m}),e.keep()})}
          ${Ie("morph-to",p.morphTo,a,m=>{e.change({to:m}),e.keep()})}
          <button type="button" id="play" ?disabled=${c===null}
            @click=${()=>{u?r():o(l),e.change({}),e.keep()}}>${u?p.pause:p.play}</button>
        </form>
        <div class="morph">
          <canvas id="morph" role="img" aria-label=${p.morphValue(d,a,i)}></canvas>
          <label for="morph-share" class="unseen">${p.morphShare}</label>
          <input id="morph-share" type="range" min="0" max="100" .value=${String(i)}
            aria-valuetext=${p.morphValue(d,a,i)}
            @input=${m=>{r();let{value:f}=m.currentTarget;e.change({share:A(Number(f)/100)})}} @change=${e.keep}>
          <canvas id="morph-strip" aria-hidden="true"></canvas>
        </div>
      `},paint(s,c){let{to:a,share:l}=s,d=E(s),i=[l,...Array.from({length:te},(h,x)=>x/(te-1))],u=t(s,c),m=new Uint8Array(i.length*u.length);i.forEach((h,x)=>m.set(u,x*u.length));let f=c.draw(i.map(h=>({from:d,to:a,share:h})),m);k(y("morph",HTMLCanvasElement),C(f.subarray(0,784),1)),k(y("morph-strip",HTMLCanvasElement),C(f.subarray(784),te))},stop:r}}function Ie(e,t,n,r){return b`
    <label for=${e}>${t}</label>
    <select id=${e} class="field" @change=${o=>r(Number(o.currentTarget.value))}>
      ${Array.from({length:10},(o,s)=>b`<option value=${s} .selected=${s===n}>${s}</option>`)}
    </select>
  `}var R=32,ne=5,qe=R-ne-2,Ce=2,Ke=48,Pe={least:2.5,most:4.5},Ne=1,Ye=10,Ue=2,Ze=3,re=-(2**20);function _e(e,t,n){let r=e.length/784,o=pe(n).between(Pe.least,Pe.most),s={rows:new Int32Array(R).fill(re),last:re},c=[],a=0;for(let l=0;l<r;l++){let d=he(n,l),i=Math.round(o+d.between(-Ne,Ne));a=.6*a+d.between(-1,1);let u=Ge(e,l),m=et(u),f=qe-tt(m)+Math.max(-Ce,Math.min(Ce,Math.round(a))),h=l===0?ne-Oe(m):ze(s,m,f,i)+Ye*t[l];Je(s,m,h,f),c.push({left:h,top:f})}return Qe(e,c,s.last+1+ne)}function De(e){return Array.from(e.matchAll(/( *)\d/g),([,t])=>t.length)}function ze({rows:e,last:t},n,r,o){let s=t+1-Ze-Oe(n);for(let c=0;c<28;c++)if(!(n.first[c]>n.last[c]))for(let a=-Ue;a<=Ue;a++){let l=e[r+c+a]??re;s=Math.max(s,l+1+o-n.first[c])}return s}function Je(e,t,n,r){for(let o=0;o<28;o++){if(t.first[o]>t.last[o])continue;let s=n+t.last[o];e.rows[r+o]=Math.max(e.rows[r+o],s),e.last=Math.max(e.last,s)}}function Qe(e,t,n){let r=new Uint8Array(n*R);return t.forEach(({left:o,top:s},c)=>{let a=Ge(e,c);for(let l=0;l<28;l++)for(let d=0;d<28;d++){let i=a[l*28+d],[u,m]=[o+d,s+l],f=u<0||u>=n||m<0||m>=R;if(i===0||f)continue;let h=m*n+u;r[h]=Math.max(r[h],i)}}),{width:n,height:R,pixels:r}}function Ge(e,t){return e.subarray(t*784,(t+1)*784)}function et(e){let t=new Int32Array(28).fill(28),n=new Int32Array(28).fill(-1);for(let r=0;r<28;r++)for(let o=0;o<28;o++)e[r*28+o]<Ke||(t[r]=Math.min(t[r],o),n[r]=o);return n.every(r=>r<0)&&(t[27]=n[27]=28/2),{first:t,last:n}}function Oe({first:e}){return Math.min(...e)}function tt({last:e}){return e.findLastIndex(t=>t>=0)}function Re(e){let t={width:0,height:0,pixels:new Uint8Array},n="";return{view(r){let{number:o,seed:s}=r.state;B(n)!==o&&(n=o);let c=`number-${o.replaceAll(" ","-")}-${s}`;return b`
        <h3>${p.numberTitle}</h3>
        <p class="lead">${p.numberLead}</p>
        <form class="row" autocomplete="off" @submit=${a=>a.preventDefault()}>
          <label for="number">${p.numberField}</label>
          <input id="number" class="field" type="text" inputmode="tel"
            maxlength="80" aria-describedby="number-status" .value=${n}
            @input=${a=>{let l=a.currentTarget,d=B(l.value),i=d===null?p.badNumber(V):"";l.setCustomValidity(i),y("number-status",HTMLElement).textContent=i,d!==null&&(n=l.value,e.change({number:d}))}} @change=${e.keep}>
          <button type="button" id="number-hand" @click=${()=>{e.change({style:M()}),e.keep()}}>${p.newStyle}</button>
        </form>
        <p id="number-status" class="status" role="status"></p>
        <div class="card paper">
          <canvas id="number-picture" role="img" aria-label=${p.numberPicture(o)}></canvas>
        </div>
        ${_(r,e,{name:"number",path:ve(r.state,"png",r.model),file:`${c}.png`,save:a=>D(t,L.number,a,c)})}
      `},paint({number:r,seed:o,spread:s,style:c},a){let l=[...r.replaceAll(" ","")].map(Number),d=a.generate({digits:l,seed:o,spread:s,style:c??o});t=_e(d,De(r),o);let i=y("number-picture",HTMLCanvasElement);k(i,t),i.style.setProperty("--pixels",String(t.width))}}}function Fe(e){let t=[],n=()=>t.forEach(({canvas:r,sample:o})=>ie(r,o.pixels));return U(n),r=>{t=r.map(o=>({canvas:document.createElement("canvas"),sample:o})),t.forEach(({canvas:o},s)=>o.style.setProperty("--index",String(s))),e.replaceChildren(...t.map(({canvas:o})=>o)),e.ariaLabel=`Generated digits: ${r.map(({digit:o})=>o).join(", ")}`,n()}}var nt=[null,...Array.from({length:10},(e,t)=>t)];function He(e){let t=new Uint8Array,n=[],r="",o,s=(a,l)=>{let d=a.currentTarget,i=X(d.value),u=i===null?p.badSeed(O):"";d.setCustomValidity(u),y("wall-status",HTMLElement).textContent=u,i!==null&&(e.change({[l]:i}),e.keep())},c=a=>{y("wall-status",HTMLElement).textContent="",e.change(a),e.keep()};return{view(a){let{digit:l,seed:d,spread:i,style:u}=a.state,m=Math.round(i*100),f=`digits-${l??"mixed"}-${d}`;return b`
        <form class="made-choices" autocomplete="off" @submit=${ot}>
          <fieldset class="choices">
            <legend class="unseen">${p.digit}</legend>
            ${nt.map(h=>b`<label><input type="radio" name="digit" .checked=${h===l} @change=${()=>c({digit:h})}><span>${h??p.any}</span></label>`)}
          </fieldset>
          <div class="row">
            <label for="seed">${p.seed}</label>
            <input id="seed" class="field" type="text" inputmode="numeric"
              maxlength="10" aria-describedby="wall-status" .value=${String(d)}
              @change=${h=>s(h,"seed")}>
            <button type="button" id="new-seed" @click=${()=>c({seed:M()})}>${p.newSeed}</button>
          </div>
          <div class="row">
            <label for="spread">${p.spread}</label>
            <input id="spread" type="range" min="0" max="100" .value=${String(m)}
              aria-valuetext=${p.spreadValue(m)} @input=${h=>e.change({spread:rt(h)})} @change=${e.keep}>
            <output for="spread">${p.spreadValue(m)}</output>
          </div>
          <div class="row">
            <label class="check"><input id="one-hand" type="checkbox"
              .checked=${u!==null} @change=${h=>c({style:h.currentTarget.checked?M():null})}> ${p.style}</label>
            <input id="style" class="field" type="text" inputmode="numeric"
              maxlength="10" aria-label=${p.styleNumber} ?hidden=${u===null}
              .value=${String(u??"")} @change=${h=>s(h,"style")}>
            <button type="button" id="new-style" ?hidden=${u===null}
              @click=${()=>c({style:M()})}>${p.newStyle}</button>
          </div>
        </form>
        <div id="wall" class="card" role="img"></div>
        <p id="wall-status" class="status" role="status"></p>
        ${_(a,e,{name:"wall",path:$e(a.state,"png",a.model),file:`${f}.png`,save:h=>D(C(t,J),L.wall,h,f)})}
      `},paint({digit:a,seed:l,spread:d,style:i},u){let m=[a,l,d,i].join();m!==r&&(r=m,n=a===null?fe(l,j):new Array(j).fill(a),t=new Uint8Array(u.generate({digits:n,seed:l,spread:d,...i===null?{}:{style:i}})),o??=Fe(y("wall",HTMLElement)),o(n.map((f,h)=>({digit:f,pixels:t.subarray(h*784,(h+1)*784)}))))}}}function rt(e){let{value:t}=e.currentTarget;return A(Number(t)/100)}function ot(e){e.preventDefault()}function Rn(e,t){let n=Z({},M()),r="curl",o=null,s=!1,c={change(f){n={...n,...f},i()},keep:()=>t.setLink(z(n)),announce:t.announce,chooseLanguage(f){r=f,i()}},a=He(c),l=Le(c),d=[a,Re(c),l,ke(c,l.latent)];function i(){let f={state:n,language:r,generator:o,model:o&&at(o)},[h,x,...T]=d.map(w=>w.view(f));if(de(b`
        <div class="row made-title">
          <h2>${p.title}</h2>
          <button type="button" id="copy-made" hidden>${p.copyLink}</button>
        </div>
        <p class="lead">${p.lead}</p>
        ${s?u():me}
        <div class="made-part">${h}</div>
        <div class="made-part">${x}</div>
        <div class="made-part made-pair">
          ${T.map(w=>b`<div>${w}</div>`)}
        </div>
      `,e),o!==null)for(let w of d)w.paint(n,o)}function u(){return b`
      <p class="notice" role="alert">${p.failed}
        <button type="button" @click=${m}>${p.retry}</button></p>
    `}async function m(){s=!1;try{o=await t.models.generator()}catch(f){console.warn("The generator did not load:",f),s=!0}i()}return i(),ge(y("copy-made",HTMLButtonElement),()=>new URL(ue(z(n)),location.href).href),U(i),{show(f){"made"in f||(n=Z(f,n.seed)),c.keep(),i(),o===null&&m(),"number"in f&&y("number",HTMLElement).closest(".made-part")?.scrollIntoView()},hide(){for(let f of d)f.stop?.()}}}function at({info:e}){return e.sha256===""?null:e.name}export{Rn as start};
