import{a as le,b as H,c as G,d as E,e as se}from"./chunk-4FFLEDHD.js";import{a as b,c as ae,d as ie}from"./chunk-AQ3NHMMG.js";import{b as me}from"./chunk-2WSRMDHF.js";import{b as ce,c as ue}from"./chunk-KY5BS4RR.js";import{E as re,Y as oe,a as y,b as U,c as X,e as te,f as ne,g as k}from"./chunk-LMWH7LXD.js";function de(e,n){if(!isSecureContext)return;let t=e.textContent??"";e.hidden=!1,e.addEventListener("click",async()=>{let r=await navigator.clipboard.writeText(n()).then(()=>!0,()=>!1);e.textContent=r?"Copied":"Not allowed",setTimeout(()=>e.textContent=t,2e3)})}var d={title:"Digits it wrote",lead:"Nobody wrote these: a small network did, here in your browser. The same seed writes the same digits again, everywhere.",loading:"Loading the generator\u2026",failed:"The generator did not load. Is there a connection?",retry:"Try again",digit:"Digit to write",any:"Any",seed:"Seed",newSeed:"New digits",spread:"Variety",spreadValue:e=>`${e} %`,style:"One hand",styleNumber:"Number of the hand",newStyle:"Another hand",copyLink:"Copy link",savePng:"Save PNG",saveSvg:"Save SVG",sheet:"Generated digits",badSeed:e=>`A seed is a whole number from 0 to ${e}.`,handTitle:"Drag through handwriting",handLead:"Each corner is a hand; between them lie all hands in between. Drag, or use the arrow keys.",handPad:"Square of hands: move with the arrow keys",handPlace:(e,n,t)=>`${e}, ${n} % to the right, ${t} % down`,newHands:"Four other hands",morphTitle:"From one digit into another",morphFrom:"From",morphTo:"To",morphShare:"How far",morphValue:(e,n,t)=>`${t} % of the way from ${e} to ${n}`,play:"Play",pause:"Pause",numberTitle:"A number in one hand",numberLead:"A date, a telephone number, a price: it writes up to 40 digits. Points, signs and spaces become gaps.",numberField:"Number",badNumber:e=>`A number has 1 to ${e} digits, and no letters.`,numberPicture:e=>`${e}, written by hand`,call:"The same from the API",callLanguage:"Language",languages:{curl:"curl",fetch:"fetch",swift:"Swift"},copyCall:"Copy"};function C(e,n){let t=e.length/784,r=Math.min(n,t),o=r*28,l=Math.ceil(t/r)*28,c=new Uint8Array(o*l);for(let a=0;a<t;a++){let s=a%r*28,p=Math.floor(a/r)*28;for(let i=0;i<28;i++){let u=a*784+i*28;c.set(e.subarray(u,u+28),(p+i)*o+s)}}return{width:o,height:l,pixels:c}}var Oe=3,$={digit:null,spread:1,style:null,at:[.5,.5],to:8,share:.5,number:"2026"};function L({digit:e}){return e??Oe}function j(e,n){let t=(e.at??"").split(",").map(W);return{digit:pe(e.digit)??$.digit,seed:G(e.seed??"")??n,spread:W(e.spread)??$.spread,style:G(e.style??"")??$.style,at:t.length===2&&t[0]!==null&&t[1]!==null?[t[0],t[1]]:$.at,to:pe(e.to)??$.to,share:W(e.share)??$.share,number:V(e.number??"")??$.number}}function q(e){let n={};e.digit!==null&&(n.digit=String(e.digit)),n.seed=String(e.seed),e.spread!==$.spread&&(n.spread=String(e.spread)),e.style!==null&&(n.style=String(e.style));let[t,r]=e.at;return(t!==$.at[0]||r!==$.at[1])&&(n.at=`${t},${r}`),e.to!==$.to&&(n.to=String(e.to)),e.share!==$.share&&(n.share=String(e.share)),e.number!==$.number&&(n.number=e.number),n}function V(e){if(!/^[\d\s+\-./:,()']*$/.test(e))return null;let n=e.replace(/\D+/g," ").trim(),t=n.replaceAll(" ","").length;return t>=1&&t<=H?n:null}function A(e){return Math.round(Math.max(0,Math.min(1,e))*100)/100}function pe(e){return e!==void 0&&/^\d$/.test(e)&&Number(e)<10?Number(e):null}function W(e){return e!==void 0&&/^[01]?(\.\d{1,6})?$/.test(e)&&e!==""&&Number(e)<=1?A(Number(e)):null}var B=40,K=8,fe=["curl","fetch","swift"],M={wall:3,hand:8,number:4};function he({digit:e,seed:n,spread:t,style:r},o,l){return Y({digit:e,count:B,seed:n,spread:t,style:r,format:o,scale:M.wall,columns:K,model:l})}function ge(e,n,t,r){return Y({digit:L(e),seed:e.seed,latent:re(n),format:t,scale:M.hand,model:r})}function be({number:e,seed:n,spread:t,style:r},o,l){return Y({text:e,seed:n,spread:t,style:r,format:o,scale:M.number,model:l})}function ye(e,n,t){switch(e){case"curl":return`curl -o ${t} '${n}'`;case"fetch":return`const response = await fetch(
  "${n}",
);
const picture = await response.blob();`;case"swift":return`let url = URL(string: "${n}")!
let (data, _) = try await URLSession.shared.data(from: url)
let picture = UIImage(data: data)`}}function Y(e){let n=new URLSearchParams;for(let[t,r]of Object.entries(e))r!==null&&!(t==="spread"&&r===1)&&n.set(t,String(r));return`/sample?${n}`}function N({language:e,generator:n},{chooseLanguage:t},{name:r,path:o,file:l,save:c}){let a=o===null?"":ye(e,new URL(o,location.origin).href,l);return b`
    <div class="row saves">
      <button type="button" ?disabled="${n===null}" @click="${()=>c("png")}">
        ${d.savePng}
      </button>
      <button type="button" ?disabled="${n===null}" @click="${()=>c("svg")}">
        ${d.saveSvg}
      </button>
    </div>
    <details class="call">
      <summary>${d.call}</summary>
      <div class="row">
        <fieldset class="choices languages">
          <legend class="unseen">${d.callLanguage}</legend>
          ${fe.map(s=>b`
              <label><input type="radio" name="${r}-language" .checked="${s===e}" @change="${()=>t(s)}"><span>${d.languages[s]}</span></label>
            `)}
        </fieldset>
        ${se(d.copyCall,()=>a)}
      </div>
      <pre tabindex="0" aria-label="${d.call}"><code>${a}</code></pre>
    </details>
  `}function Z(e,n,t,r){let o=[(1-t)*(1-r),t*(1-r),(1-t)*r,t*r],l=Math.sqrt(o.reduce((a,s)=>a+s*s,0)),c=Math.sqrt(1/l);return Uint8Array.from(n,(a,s)=>{let p=o.reduce((i,u,m)=>i+u*(e[m][s]-a),0);return Math.max(0,Math.min(127,Math.round(a+p*c)))})}function $e(e,n){if(n===1)return e;let t=e.width*n,r=e.height*n,o=new Uint8Array(t*r);for(let l=0;l<e.height;l++){let c=l*n*t;for(let a=0;a<e.width;a++){let s=c+a*n;o.fill(e.pixels[l*e.width+a],s,s+n)}for(let a=1;a<n;a++)o.copyWithin(c+a*t,c,c+t)}return{width:t,height:r,pixels:o}}function ve(e,n){let{width:t,height:r,pixels:o}=e,l=Array.from({length:16},()=>[]);for(let a=0;a<r;a++)for(let s=0;s<t;){let p=we(o[a*t+s]),i=s;for(;s<t&&we(o[a*t+s])===p;)s++;p>0&&l[p].push(`M${i} ${a}h${s-i}`)}let c=l.flatMap((a,s)=>a.length===0?[]:[`<path stroke="#${s.toString(16).repeat(3)}" d="${a.join("")}"/>`]);return`<svg xmlns="http://www.w3.org/2000/svg" width="${t*n}" height="${r*n}" viewBox="0 -.5 ${t} ${r}" shape-rendering="crispEdges"><rect y="-.5" width="${t}" height="${r}"/>${c.join("")}</svg>
`}function we(e){return Math.round(e/17)}async function D(e,n,t,r){let o=t==="svg"?new Blob([ve(e,n)],{type:"image/svg+xml"}):await Fe($e(e,n)),l=document.createElement("a");l.href=URL.createObjectURL(o),l.download=`${r}.${t}`,l.click(),setTimeout(()=>URL.revokeObjectURL(l.href),6e4)}function Fe({width:e,height:n,pixels:t}){let r=document.createElement("canvas");r.width=e,r.height=n;let o=te(r),l=o.createImageData(e,n);return t.forEach((c,a)=>{l.data.fill(c,a*4,a*4+3),l.data[a*4+3]=255}),o.putImageData(l,0,0),new Promise((c,a)=>r.toBlob(s=>s===null?a(new TypeError("the browser makes no PNG")):c(s)))}var _=7,Se=.05,Re={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]};function xe(e){let n,t=new Uint8Array,r=new Uint8Array,o="",l=!1;function c({seed:i,spread:u},m){let h=`${i} ${u}`;if(n?.of===h)return n.hands;let f=[0,0,0,0],x=m.latents({digits:f,seed:i,spread:u});t=m.latents({digits:[0],seed:i,spread:0});let T=m.latentSize,[w,I,v,P]=f.map((R,ee)=>x.slice(ee*T,(ee+1)*T));return n={of:h,hands:[w,I,v,P]},n.hands}function a(i,u){let m=c(i,u);return Z(m,t,...i.at)}function s(i,u){let m=[L(i),i.seed,i.spread].join();if(m===o)return;o=m;let h=c(i,u),f=Array.from({length:_**2},(I,v)=>v),x=f.flatMap(I=>[...Z(h,t,(I%_+.5)/_,(Math.floor(I/_)+.5)/_)]),T=u.draw(f.map(()=>L(i)),Uint8Array.from(x)),w=y("hand-map",HTMLCanvasElement);k(w,C(T,_))}function p(i){let u=i.currentTarget;if(!u.hasPointerCapture(i.pointerId))return;let m=u.getBoundingClientRect();e.change({at:[A((i.clientX-m.left)/m.width),A((i.clientY-m.top)/m.height)]})}return{latent:a,view(i){let{state:u,generator:m,model:h}=i,f=L(u),[x,T]=u.at,w=`digit-${f}-${u.seed}`,I=m&&a(u,m);return b`
        <h3>${d.handTitle}</h3>
        <p class="lead">${d.handLead}</p>
        <div id="hands" class="card" tabindex="0" role="application"
          aria-label=${d.handPad}
          @pointerdown=${v=>{v.currentTarget.setPointerCapture(v.pointerId),p(v)}}
          @pointermove=${p}
          @pointerup=${e.keep}
          @pointercancel=${e.keep}
          @keydown=${v=>{let P=Re[v.key];if(P===void 0)return;v.preventDefault();let R=[A(x+P[0]*Se),A(T+P[1]*Se)];e.change({at:R}),e.announce(d.handPlace(f,Math.round(R[0]*100),Math.round(R[1]*100)))}}
          @keyup=${e.keep}>
          <canvas id="hand-map" aria-hidden="true"></canvas>
          <div id="lens" class="card" aria-hidden="true">
            <canvas id="hand-live"></canvas>
          </div>
        </div>
        <div class="row">
          <button type="button" id="new-hands" @click=${()=>{e.change({seed:E()}),e.keep()}}>${d.newHands}</button>
        </div>
        ${N(i,e,{name:"hand",path:I&&ge(u,I,"png",h),file:`${w}.png`,save:v=>D(C(r,1),M.hand,v,w)})}
      `},paint(i,u){l||(l=!0,U(()=>o="")),s(i,u);let[m,h]=i.at,f=y("lens",HTMLElement);f.style.setProperty("--x",String(m)),f.style.setProperty("--y",String(h)),r=new Uint8Array(u.draw([L(i)],a(i,u))),k(y("hand-live",HTMLCanvasElement),{width:28,height:28,pixels:r})}}}var z=9,Ae=1600;function Le(e,n){let t=null;function r(){t?.(),t=null}function o(l){let c=performance.now()-l*Ae,a=()=>{let s=(performance.now()-c)/Ae%2;t=X(a),e.change({share:A(s>1?2-s:s)})};t=X(a)}return{view({state:l,generator:c}){let{to:a,share:s}=l,p=L(l),i=Math.round(s*100),u=t!==null;return b`
        <h3>${d.morphTitle}</h3>
        <form class="row" @submit=${m=>m.preventDefault()}>
          ${Ee("morph-from",d.morphFrom,p,m=>{e.change({digit:m}),e.keep()})}
          ${Ee("morph-to",d.morphTo,a,m=>{e.change({to:m}),e.keep()})}
          <button type="button" id="play" ?disabled=${c===null}
            @click=${()=>{u?r():o(s),e.change({}),e.keep()}}>${u?d.pause:d.play}</button>
        </form>
        <div class="morph">
          <canvas id="morph" role="img" aria-label=${d.morphValue(p,a,i)}></canvas>
          <label for="morph-share" class="unseen">${d.morphShare}</label>
          <input id="morph-share" type="range" min="0" max="100" .value=${String(i)}
            aria-valuetext=${d.morphValue(p,a,i)}
            @input=${m=>{r();let{value:h}=m.currentTarget;e.change({share:A(Number(h)/100)})}} @change=${e.keep}>
          <canvas id="morph-strip" aria-hidden="true"></canvas>
        </div>
      `},paint(l,c){let{to:a,share:s}=l,p=L(l),i=[s,...Array.from({length:z},(f,x)=>x/(z-1))],u=n(l,c),m=new Uint8Array(i.length*u.length);i.forEach((f,x)=>m.set(u,x*u.length));let h=c.draw(i.map(f=>({from:p,to:a,share:f})),m);k(y("morph",HTMLCanvasElement),C(h.subarray(0,784),1)),k(y("morph-strip",HTMLCanvasElement),C(h.subarray(784),z))},stop:r}}function Ee(e,n,t,r){return b`
    <label for=${e}>${n}</label>
    <select id=${e} class="field" @change=${o=>r(Number(o.currentTarget.value))}>
      ${Array.from({length:10},(o,l)=>b`<option value=${l} .selected=${l===t}>${l}</option>`)}
    </select>
  `}var F=32,J=5,He=F-J-2,Me=2,Ve=48,Te={least:2.5,most:4.5},Ie=1,Be=10,ke=2,Xe=3,Q=-(2**20);function Ce(e,n,t){let r=e.length/784,o=ce(t).between(Te.least,Te.most),l={rows:new Int32Array(F).fill(Q),last:Q},c=[],a=0;for(let s=0;s<r;s++){let p=ue(t,s),i=Math.round(o+p.between(-Ie,Ie));a=.6*a+p.between(-1,1);let u=Ue(e,s),m=Ke(u),h=He-Ye(m)+Math.max(-Me,Math.min(Me,Math.round(a))),f=s===0?J-Ne(m):We(l,m,h,i)+Be*n[s];je(l,m,f,h),c.push({left:f,top:h})}return qe(e,c,l.last+1+J)}function Pe(e){return Array.from(e.matchAll(/( *)\d/g),([,n])=>n.length)}function We({rows:e,last:n},t,r,o){let l=n+1-Xe-Ne(t);for(let c=0;c<28;c++)if(!(t.first[c]>t.last[c]))for(let a=-ke;a<=ke;a++){let s=e[r+c+a]??Q;l=Math.max(l,s+1+o-t.first[c])}return l}function je(e,n,t,r){for(let o=0;o<28;o++){if(n.first[o]>n.last[o])continue;let l=t+n.last[o];e.rows[r+o]=Math.max(e.rows[r+o],l),e.last=Math.max(e.last,l)}}function qe(e,n,t){let r=new Uint8Array(t*F);return n.forEach(({left:o,top:l},c)=>{let a=Ue(e,c);for(let s=0;s<28;s++)for(let p=0;p<28;p++){let i=a[s*28+p],[u,m]=[o+p,l+s],h=u<0||u>=t||m<0||m>=F;if(i===0||h)continue;let f=m*t+u;r[f]=Math.max(r[f],i)}}),{width:t,height:F,pixels:r}}function Ue(e,n){return e.subarray(n*784,(n+1)*784)}function Ke(e){let n=new Int32Array(28).fill(28),t=new Int32Array(28).fill(-1);for(let r=0;r<28;r++)for(let o=0;o<28;o++)e[r*28+o]<Ve||(n[r]=Math.min(n[r],o),t[r]=o);return t.every(r=>r<0)&&(n[27]=t[27]=28/2),{first:n,last:t}}function Ne({first:e}){return Math.min(...e)}function Ye({last:e}){return e.findLastIndex(n=>n>=0)}function De(e){let n={width:0,height:0,pixels:new Uint8Array},t="";return{view(r){let{number:o,seed:l}=r.state;V(t)!==o&&(t=o);let c=`number-${o.replaceAll(" ","-")}-${l}`;return b`
        <h3>${d.numberTitle}</h3>
        <p class="lead">${d.numberLead}</p>
        <form class="row" autocomplete="off" @submit=${a=>a.preventDefault()}>
          <label for="number">${d.numberField}</label>
          <input id="number" class="field" type="text" inputmode="tel"
            maxlength="80" aria-describedby="number-status" .value=${t}
            @input=${a=>{let s=a.currentTarget,p=V(s.value),i=p===null?d.badNumber(H):"";s.setCustomValidity(i),y("number-status",HTMLElement).textContent=i,p!==null&&(t=s.value,e.change({number:p}))}} @change=${e.keep}>
          <button type="button" id="number-hand" @click=${()=>{e.change({style:E()}),e.keep()}}>${d.newStyle}</button>
        </form>
        <p id="number-status" class="status" role="status"></p>
        <div class="card paper">
          <canvas id="number-picture" role="img" aria-label=${d.numberPicture(o)}></canvas>
        </div>
        ${N(r,e,{name:"number",path:be(r.state,"png",r.model),file:`${c}.png`,save:a=>D(n,M.number,a,c)})}
      `},paint({number:r,seed:o,spread:l,style:c},a){let s=[...r.replaceAll(" ","")].map(Number),p=a.generate({digits:s,seed:o,spread:l,style:c??o});n=Ce(p,Pe(r),o);let i=y("number-picture",HTMLCanvasElement);k(i,n),i.style.setProperty("--pixels",String(n.width))}}}function _e(e){let n=[],t=()=>n.forEach(({canvas:r,sample:o})=>ne(r,o.pixels));return U(t),r=>{n=r.map(o=>({canvas:document.createElement("canvas"),sample:o})),n.forEach(({canvas:o},l)=>o.style.setProperty("--index",String(l))),e.replaceChildren(...n.map(({canvas:o})=>o)),e.ariaLabel=`Generated digits: ${r.map(({digit:o})=>o).join(", ")}`,t()}}var Ze=[null,...Array.from({length:10},(e,n)=>n)];function Ge(e){let n=new Uint8Array,t=[],r="",o,l=(a,s)=>{let p=a.currentTarget,i=G(p.value),u=i===null?d.badSeed(le):"";p.setCustomValidity(u),y("wall-status",HTMLElement).textContent=u,i!==null&&(e.change({[s]:i}),e.keep())},c=a=>{y("wall-status",HTMLElement).textContent="",e.change(a),e.keep()};return{view(a){let{digit:s,seed:p,spread:i,style:u}=a.state,m=Math.round(i*100),h=`digits-${s??"mixed"}-${p}`;return b`
        <form class="made-choices" autocomplete="off" @submit=${Je}>
          <fieldset class="choices">
            <legend class="unseen">${d.digit}</legend>
            ${Ze.map(f=>b`<label><input type="radio" name="digit" .checked=${f===s} @change=${()=>c({digit:f})}><span>${f??d.any}</span></label>`)}
          </fieldset>
          <div class="row">
            <label for="seed">${d.seed}</label>
            <input id="seed" class="field" type="text" inputmode="numeric"
              maxlength="10" aria-describedby="wall-status" .value=${String(p)}
              @change=${f=>l(f,"seed")}>
            <button type="button" id="new-seed" @click=${()=>c({seed:E()})}>${d.newSeed}</button>
          </div>
          <div class="row">
            <label for="spread">${d.spread}</label>
            <input id="spread" type="range" min="0" max="100" .value=${String(m)}
              aria-valuetext=${d.spreadValue(m)} @input=${f=>e.change({spread:ze(f)})} @change=${e.keep}>
            <output for="spread">${d.spreadValue(m)}</output>
          </div>
          <div class="row">
            <label class="check"><input id="one-hand" type="checkbox"
              .checked=${u!==null} @change=${f=>c({style:f.currentTarget.checked?E():null})}> ${d.style}</label>
            <input id="style" class="field" type="text" inputmode="numeric"
              maxlength="10" aria-label=${d.styleNumber} ?hidden=${u===null}
              .value=${String(u??"")} @change=${f=>l(f,"style")}>
            <button type="button" id="new-style" ?hidden=${u===null}
              @click=${()=>c({style:E()})}>${d.newStyle}</button>
          </div>
        </form>
        <div id="wall" class="card" role="img" aria-label=${d.sheet}></div>
        <p id="wall-status" class="status" role="status"></p>
        ${N(a,e,{name:"wall",path:he(a.state,"png",a.model),file:`${h}.png`,save:f=>D(C(n,K),M.wall,f,h)})}
      `},paint({digit:a,seed:s,spread:p,style:i},u){let m=[a,s,p,i].join();m!==r&&(r=m,t=a===null?me(s,B):new Array(B).fill(a),n=new Uint8Array(u.generate({digits:t,seed:s,spread:p,...i===null?{}:{style:i}})),o??=_e(y("wall",HTMLElement)),o(t.map((h,f)=>({digit:h,pixels:n.subarray(f*784,(f+1)*784)}))))}}}function ze(e){let{value:n}=e.currentTarget;return A(Number(n)/100)}function Je(e){e.preventDefault()}function Nn(e,n){let t=j({},E()),r="curl",o=null,l=!1,c={change(h){t={...t,...h},i()},keep:()=>n.setLink(q(t)),announce:n.announce,chooseLanguage(h){r=h,i()}},a=Ge(c),s=xe(c),p=[a,De(c),s,Le(c,s.latent)];function i(){let h={state:t,language:r,generator:o,model:o&&Qe(o)},[f,x,...T]=p.map(w=>w.view(h));if(ie(b`
        <div class="row made-title">
          <h2>${d.title}</h2>
          <button type="button" id="copy-made" hidden>${d.copyLink}</button>
        </div>
        <p class="lead">${d.lead}</p>
        ${l?u():ae}
        <div class="made-part">${f}</div>
        <div class="made-part">${x}</div>
        <div class="made-part made-pair">
          ${T.map(w=>b`<div>${w}</div>`)}
        </div>
      `,e),o!==null)for(let w of p)w.paint(t,o)}function u(){return b`
      <p class="notice" role="alert">${d.failed}
        <button type="button" @click=${m}>${d.retry}</button></p>
    `}async function m(){l=!1;try{o=await n.models.generator()}catch(h){console.warn("The generator did not load:",h),l=!0}i()}return i(),de(y("copy-made",HTMLButtonElement),()=>new URL(oe(q(t)),location.href).href),U(i),{show(h){"made"in h||(t=j(h,t.seed)),c.keep(),i(),o===null&&m(),"number"in h&&y("number",HTMLElement).closest(".made-part")?.scrollIntoView()},hide(){for(let h of p)h.stop?.()}}}function Qe({info:e}){return e.sha256===""?null:e.name}export{Nn as start};
