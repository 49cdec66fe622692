import{a as H,b as se,c as V,d as G,e as E}from"./chunk-F401880B.js";import{a as b,c as ie,d as le}from"./chunk-014418E3.js";import{b as me}from"./chunk-1431C300.js";import{b as ce,c as ue}from"./chunk-7E4D5263.js";import{E as oe,Y as ae,a as $,b as C,c as W,e as ne,f as re,g as k}from"./chunk-9F1A2636.js";var p={title:"Digits it wrote",lead:"Nobody wrote these: a small network did, here in your browser. The same seed writes the same digits again, everywhere.",loading:"Loading the generator\u2026",failed:"The generator did not load. Is there a connection?",retry:"Try again",digit:"Digit to write",any:"Any",seed:"Seed",newSeed:"New digits",spread:"Variety",spreadValue:e=>`${e} %`,style:"One hand",styleNumber:"Number of the hand",newStyle:"Another hand",copyLink:"Copy link",savePng:"Save PNG",saveSvg:"Save SVG",sheet:"Generated digits",badSeed:e=>`A seed is a whole number from 0 to ${e}.`,handTitle:"Drag through handwriting",handLead:"Each corner is a hand; between them lie all hands in between. Drag, or use the arrow keys.",handPad:"Square of hands: move with the arrow keys",handPlace:(e,n,t)=>`${e}, ${n} % to the right, ${t} % down`,newHands:"Four other hands",morphTitle:"From one digit into another",morphFrom:"From",morphTo:"To",morphShare:"How far",morphValue:(e,n,t)=>`${t} % of the way from ${e} to ${n}`,play:"Play",pause:"Pause",numberTitle:"A number in one hand",numberLead:"A date, a telephone number, a price: it writes up to 40 digits. Points, signs and spaces become gaps.",numberField:"Number",badNumber:e=>`A number has 1 to ${e} digits, and no letters.`,numberPicture:e=>`${e}, written by hand`,call:"The same from the API",callLanguage:"Language",languages:{curl:"curl",fetch:"fetch",swift:"Swift"},copyCall:"Copy"};function P(e,n){let t=e.length/784,r=Math.min(n,t),o=r*28,i=Math.ceil(t/r)*28,c=new Uint8Array(o*i);for(let a=0;a<t;a++){let l=a%r*28,h=Math.floor(a/r)*28;for(let s=0;s<28;s++){let u=a*784+s*28;c.set(e.subarray(u,u+28),(h+s)*o+l)}}return{width:o,height:i,pixels:c}}var Ge=3,w={digit:null,spread:1,style:null,at:[.5,.5],to:8,share:.5,number:"2026"};function L({digit:e}){return e??Ge}function q(e,n){let t=(e.at??"").split(",").map(j);return{digit:de(e.digit)??w.digit,seed:G(e.seed??"")??n,spread:j(e.spread)??w.spread,style:G(e.style??"")??w.style,at:t.length===2&&t[0]!==null&&t[1]!==null?[t[0],t[1]]:w.at,to:de(e.to)??w.to,share:j(e.share)??w.share,number:B(e.number??"")??w.number}}function K(e){let n={};e.digit!==null&&(n.digit=String(e.digit)),n.seed=String(e.seed),e.spread!==w.spread&&(n.spread=String(e.spread)),e.style!==null&&(n.style=String(e.style));let[t,r]=e.at;return(t!==w.at[0]||r!==w.at[1])&&(n.at=`${t},${r}`),e.to!==w.to&&(n.to=String(e.to)),e.share!==w.share&&(n.share=String(e.share)),e.number!==w.number&&(n.number=e.number),n}function B(e){if(!/^[\d\s+\-./:,()']*$/.test(e))return null;let n=e.replace(/\D+/g," ").trim(),t=n.replaceAll(" ","").length;return t>=1&&t<=V?n:null}function x(e){return Math.round(Math.max(0,Math.min(1,e))*100)/100}function de(e){return e!==void 0&&/^\d$/.test(e)&&Number(e)<10?Number(e):null}function j(e){return e!==void 0&&/^[01]?(\.\d{1,6})?$/.test(e)&&e!==""&&Number(e)<=1?x(Number(e)):null}var X=40,Y=8,pe=["curl","fetch","swift"],M={wall:3,hand:8,number:4};function he({digit:e,seed:n,spread:t,style:r},o,i){return Z({digit:e,count:X,seed:n,spread:t,style:r,format:o,scale:M.wall,columns:Y,model:i})}function fe(e,n,t,r){return Z({digit:L(e),seed:e.seed,latent:oe(n),format:t,scale:M.hand,model:r})}function ge({number:e,seed:n,spread:t,style:r},o,i){return Z({text:e,seed:n,spread:t,style:r,format:o,scale:M.number,model:i})}function be(e,n,t){switch(e){case"curl":return`curl -o ${t} '${n}'`;case"fetch":return`const response = await fetch(
  "${n}",
);
const picture = await response.blob();`;case"swift":return`let url = URL(string: "${n}")!
let (data, _) = try await URLSession.shared.data(from: url)
let picture = UIImage(data: data)`}}function Z(e){let n=new URLSearchParams;for(let[t,r]of Object.entries(e))r!==null&&!(t==="spread"&&r===1)&&n.set(t,String(r));return`/sample?${n}`}function N({language:e,generator:n},{chooseLanguage:t},{name:r,path:o,file:i,save:c}){let a=o===null?"":be(e,new URL(o,location.origin).href,i);return b`
    <div class="row saves">
      <button type="button" ?disabled="${n===null}" @click="${()=>c("png")}">
        ${p.savePng}
      </button>
      <button type="button" ?disabled="${n===null}" @click="${()=>c("svg")}">
        ${p.saveSvg}
      </button>
    </div>
    <details class="call">
      <summary>${p.call}</summary>
      <div class="row">
        <fieldset class="choices languages">
          <legend class="unseen">${p.callLanguage}</legend>
          ${pe.map(l=>b`
              <label><input type="radio" name="${r}-language" .checked="${l===e}" @change="${()=>t(l)}"><span>${p.languages[l]}</span></label>
            `)}
        </fieldset>
        ${H(p.copyCall,()=>a)}
      </div>
      <pre tabindex="0" aria-label="${p.call}"><code>${a}</code></pre>
    </details>
  `}function z(e,n,t,r){let o=[(1-t)*(1-r),t*(1-r),(1-t)*r,t*r],i=Math.sqrt(o.reduce((a,l)=>a+l*l,0)),c=Math.sqrt(1/i);return Uint8Array.from(n,(a,l)=>{let h=o.reduce((s,u,d)=>s+u*(e[d][l]-a),0);return Math.max(0,Math.min(127,Math.round(a+h*c)))})}function $e(e,n){if(n===1)return e;let t=e.width*n,r=e.height*n,o=new Uint8Array(t*r);for(let i=0;i<e.height;i++){let c=i*n*t;for(let a=0;a<e.width;a++){let l=c+a*n;o.fill(e.pixels[i*e.width+a],l,l+n)}for(let a=1;a<n;a++)o.copyWithin(c+a*t,c,c+t)}return{width:t,height:r,pixels:o}}function we(e,n){let{width:t,height:r,pixels:o}=e,i=Array.from({length:16},()=>[]);for(let a=0;a<r;a++)for(let l=0;l<t;){let h=ye(o[a*t+l]),s=l;for(;l<t&&ye(o[a*t+l])===h;)l++;h>0&&i[h].push(`M${s} ${a}h${l-s}`)}let c=i.flatMap((a,l)=>a.length===0?[]:[`<path stroke="#${l.toString(16).repeat(3)}" d="${a.join("")}"/>`]);return`<svg xmlns="http://www.w3.org/2000/svg" width="${t*n}" height="${r*n}" viewBox="0 -.5 ${t} ${r}" shape-rendering="crispEdges"><rect y="-.5" width="${t}" height="${r}"/>${c.join("")}</svg>
`}function ye(e){return Math.round(e/17)}async function D(e,n,t,r){let o=t==="svg"?new Blob([we(e,n)],{type:"image/svg+xml"}):await Oe($e(e,n)),i=document.createElement("a");i.href=URL.createObjectURL(o),i.download=`${r}.${t}`,i.click(),setTimeout(()=>URL.revokeObjectURL(i.href),6e4)}function Oe({width:e,height:n,pixels:t}){let r=document.createElement("canvas");r.width=e,r.height=n;let o=ne(r),i=o.createImageData(e,n);return t.forEach((c,a)=>{i.data.fill(c,a*4,a*4+3),i.data[a*4+3]=255}),o.putImageData(i,0,0),new Promise((c,a)=>r.toBlob(l=>l===null?a(new TypeError("the browser makes no PNG")):c(l)))}var _=7,ve=.05,Fe={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]};function Se(e){let n,t=new Uint8Array,r=new Uint8Array,o="",i=!1;function c({seed:s,spread:u},d){let f=`${s} ${u}`;if(n?.of===f)return n.hands;let m=[0,0,0,0],A=d.latents({digits:m,seed:s,spread:u});t=d.latents({digits:[0],seed:s,spread:0});let T=d.latentSize,[I,y,v,U]=m.map((R,te)=>A.slice(te*T,(te+1)*T));return n={of:f,hands:[I,y,v,U]},n.hands}function a(s,u){let d=c(s,u);return z(d,t,...s.at)}function l(s,u){let d=[L(s),s.seed,s.spread].join();if(d===o)return;o=d;let f=c(s,u),m=Array.from({length:_**2},(y,v)=>v),A=m.flatMap(y=>[...z(f,t,(y%_+.5)/_,(Math.floor(y/_)+.5)/_)]),T=u.draw(m.map(()=>L(s)),Uint8Array.from(A)),I=$("hand-map",HTMLCanvasElement);k(I,P(T,_))}function h(s){let u=s.currentTarget;if(!u.hasPointerCapture(s.pointerId))return;let d=u.getBoundingClientRect();e.change({at:[x((s.clientX-d.left)/d.width),x((s.clientY-d.top)/d.height)]})}return{latent:a,view(s){let{state:u,generator:d,model:f}=s,m=L(u),[A,T]=u.at,I=`digit-${m}-${u.seed}`,y=d&&a(u,d);return b`
        <h3>${p.handTitle}</h3>
        <p class="lead">${p.handLead}</p>
        <div id="hands" class="card" tabindex="0" role="application"
          aria-label=${p.handPad}
          @pointerdown=${v=>{v.currentTarget.setPointerCapture(v.pointerId),h(v)}}
          @pointermove=${h}
          @pointerup=${e.keep}
          @pointercancel=${e.keep}
          @keydown=${v=>{let U=Fe[v.key];if(U===void 0)return;v.preventDefault();let R=[x(A+U[0]*ve),x(T+U[1]*ve)];e.change({at:R}),e.announce(p.handPlace(m,Math.round(R[0]*100),Math.round(R[1]*100)))}}
          @keyup=${e.keep}>
          <canvas id="hand-map" aria-hidden="true"></canvas>
          <div id="lens" class="card" aria-hidden="true">
            <canvas id="hand-live"></canvas>
          </div>
        </div>
        <div class="row">
          <button type="button" id="new-hands" @click=${()=>{e.change({seed:E()}),e.keep()}}>${p.newHands}</button>
        </div>
        ${N(s,e,{name:"hand",path:y&&fe(u,y,"png",f),file:`${I}.png`,save:v=>D(P(r,1),M.hand,v,I)})}
      `},paint(s,u){i||(i=!0,C(()=>o="")),l(s,u);let[d,f]=s.at,m=$("lens",HTMLElement);m.style.setProperty("--x",String(d)),m.style.setProperty("--y",String(f)),r=new Uint8Array(u.draw([L(s)],a(s,u))),k($("hand-live",HTMLCanvasElement),{width:28,height:28,pixels:r})}}}var J=9,Ae=1600;function Ee(e,n){let t=null;function r(){t?.(),t=null}function o(i){let c=performance.now()-i*Ae,a=()=>{let l=(performance.now()-c)/Ae%2;t=W(a),e.change({share:x(l>1?2-l:l)})};t=W(a)}return{view({state:i,generator:c}){let{to:a,share:l}=i,h=L(i),s=Math.round(l*100),u=t!==null;return b`
        <h3>${p.morphTitle}</h3>
        <form class="row" @submit=${d=>d.preventDefault()}>
          ${xe("morph-from",p.morphFrom,h,d=>{e.change({digit:d}),e.keep()})}
          ${xe("morph-to",p.morphTo,a,d=>{e.change({to:d}),e.keep()})}
          <button type="button" id="play" ?disabled=${c===null}
            @click=${()=>{u?r():o(l),e.change({}),e.keep()}}>${u?p.pause:p.play}</button>
        </form>
        <div class="morph">
          <canvas id="morph" role="img" aria-label=${p.morphValue(h,a,s)}></canvas>
          <label for="morph-share" class="unseen">${p.morphShare}</label>
          <input id="morph-share" type="range" min="0" max="100" .value=${String(s)}
            aria-valuetext=${p.morphValue(h,a,s)}
            @input=${d=>{r();let{value:f}=d.currentTarget;e.change({share:x(Number(f)/100)})}} @change=${e.keep}>
          <canvas id="morph-strip" aria-hidden="true"></canvas>
        </div>
      `},paint(i,c){let{to:a,share:l}=i,h=L(i),s=[l,...Array.from({length:J},(m,A)=>A/(J-1))],u=n(i,c),d=new Uint8Array(s.length*u.length);s.forEach((m,A)=>d.set(u,A*u.length));let f=c.draw(s.map(m=>({from:h,to:a,share:m})),d);k($("morph",HTMLCanvasElement),P(f.subarray(0,784),1)),k($("morph-strip",HTMLCanvasElement),P(f.subarray(784),J))},stop:r}}function xe(e,n,t,r){return b`
    <label for=${e}>${n}</label>
    <select id=${e} class="field" @change=${o=>r(Number(o.currentTarget.value))}>
      ${Array.from({length:10},(o,i)=>b`<option value=${i} .selected=${i===t}>${i}</option>`)}
    </select>
  `}var F=32,Q=5,Re=F-Q-2,Le=2,He=48,Me={least:2.5,most:4.5},Te=1,Ve=10,Ie=2,Be=3,ee=-(2**20);function ke(e,n,t){let r=e.length/784,o=ce(t).between(Me.least,Me.most),i={rows:new Int32Array(F).fill(ee),last:ee},c=[],a=0;for(let l=0;l<r;l++){let h=ue(t,l),s=Math.round(o+h.between(-Te,Te));a=.6*a+h.between(-1,1);let u=Ue(e,l),d=qe(u),f=Re-Ke(d)+Math.max(-Le,Math.min(Le,Math.round(a))),m=l===0?Q-Ce(d):Xe(i,d,f,s)+Ve*n[l];We(i,d,m,f),c.push({left:m,top:f})}return je(e,c,i.last+1+Q)}function Pe(e){return Array.from(e.matchAll(/( *)\d/g),([,n])=>n.length)}function Xe({rows:e,last:n},t,r,o){let i=n+1-Be-Ce(t);for(let c=0;c<28;c++)if(!(t.first[c]>t.last[c]))for(let a=-Ie;a<=Ie;a++){let l=e[r+c+a]??ee;i=Math.max(i,l+1+o-t.first[c])}return i}function We(e,n,t,r){for(let o=0;o<28;o++){if(n.first[o]>n.last[o])continue;let i=t+n.last[o];e.rows[r+o]=Math.max(e.rows[r+o],i),e.last=Math.max(e.last,i)}}function je(e,n,t){let r=new Uint8Array(t*F);return n.forEach(({left:o,top:i},c)=>{let a=Ue(e,c);for(let l=0;l<28;l++)for(let h=0;h<28;h++){let s=a[l*28+h],[u,d]=[o+h,i+l],f=u<0||u>=t||d<0||d>=F;if(s===0||f)continue;let m=d*t+u;r[m]=Math.max(r[m],s)}}),{width:t,height:F,pixels:r}}function Ue(e,n){return e.subarray(n*784,(n+1)*784)}function qe(e){let n=new Int32Array(28).fill(28),t=new Int32Array(28).fill(-1);for(let r=0;r<28;r++)for(let o=0;o<28;o++)e[r*28+o]<He||(n[r]=Math.min(n[r],o),t[r]=o);return t.every(r=>r<0)&&(n[27]=t[27]=28/2),{first:n,last:t}}function Ce({first:e}){return Math.min(...e)}function Ke({last:e}){return e.findLastIndex(n=>n>=0)}function Ne(e){let n={width:0,height:0,pixels:new Uint8Array},t="";return{view(r){let{number:o,seed:i}=r.state;B(t)!==o&&(t=o);let c=`number-${o.replaceAll(" ","-")}-${i}`;return b`
        <h3>${p.numberTitle}</h3>
        <p class="lead">${p.numberLead}</p>
        <form class="row" autocomplete="off" @submit=${a=>a.preventDefault()}>
          <label for="number">${p.numberField}</label>
          <input id="number" class="field" type="text" inputmode="tel"
            maxlength="80" aria-describedby="number-status" .value=${t}
            @input=${a=>{let l=a.currentTarget,h=B(l.value),s=h===null?p.badNumber(V):"";l.setCustomValidity(s),$("number-status",HTMLElement).textContent=s,h!==null&&(t=l.value,e.change({number:h}))}} @change=${e.keep}>
          <button type="button" id="number-hand" @click=${()=>{e.change({style:E()}),e.keep()}}>${p.newStyle}</button>
        </form>
        <p id="number-status" class="status" role="status"></p>
        <div class="card paper">
          <canvas id="number-picture" role="img" aria-label=${p.numberPicture(o)}></canvas>
        </div>
        ${N(r,e,{name:"number",path:ge(r.state,"png",r.model),file:`${c}.png`,save:a=>D(n,M.number,a,c)})}
      `},paint({number:r,seed:o,spread:i,style:c},a){let l=[...r.replaceAll(" ","")].map(Number),h=a.generate({digits:l,seed:o,spread:i,style:c??o});n=ke(h,Pe(r),o);let s=$("number-picture",HTMLCanvasElement);k(s,n),s.style.setProperty("--pixels",String(n.width))}}}function De(e){let n=[],t=()=>n.forEach(({canvas:r,sample:o})=>re(r,o.pixels));return C(t),r=>{n=r.map(o=>({canvas:document.createElement("canvas"),sample:o})),n.forEach(({canvas:o},i)=>o.style.setProperty("--index",String(i))),e.replaceChildren(...n.map(({canvas:o})=>o)),e.ariaLabel=`Generated digits: ${r.map(({digit:o})=>o).join(", ")}`,t()}}var Ye=[null,...Array.from({length:10},(e,n)=>n)];function _e(e){let n=new Uint8Array,t=[],r="",o,i=(a,l)=>{let h=a.currentTarget,s=G(h.value),u=s===null?p.badSeed(se):"";h.setCustomValidity(u),$("wall-status",HTMLElement).textContent=u,s!==null&&(e.change({[l]:s}),e.keep())},c=a=>{$("wall-status",HTMLElement).textContent="",e.change(a),e.keep()};return{view(a){let{digit:l,seed:h,spread:s,style:u}=a.state,d=Math.round(s*100),f=`digits-${l??"mixed"}-${h}`;return b`
        <form class="made-choices" autocomplete="off" @submit=${ze}>
          <fieldset class="choices">
            <legend class="unseen">${p.digit}</legend>
            ${Ye.map(m=>b`<label><input type="radio" name="digit" .checked=${m===l} @change=${()=>c({digit:m})}><span>${m??p.any}</span></label>`)}
          </fieldset>
          <div class="row">
            <label for="seed">${p.seed}</label>
            <input id="seed" class="field" type="text" inputmode="numeric"
              maxlength="10" aria-describedby="wall-status" .value=${String(h)}
              @change=${m=>i(m,"seed")}>
            <button type="button" id="new-seed" @click=${()=>c({seed:E()})}>${p.newSeed}</button>
          </div>
          <div class="row">
            <label for="spread">${p.spread}</label>
            <input id="spread" type="range" min="0" max="100" .value=${String(d)}
              aria-valuetext=${p.spreadValue(d)} @input=${m=>e.change({spread:Ze(m)})} @change=${e.keep}>
            <output for="spread">${p.spreadValue(d)}</output>
          </div>
          <div class="row">
            <label class="check"><input id="one-hand" type="checkbox"
              .checked=${u!==null} @change=${m=>c({style:m.currentTarget.checked?E():null})}> ${p.style}</label>
            <input id="style" class="field" type="text" inputmode="numeric"
              maxlength="10" aria-label=${p.styleNumber} ?hidden=${u===null}
              .value=${String(u??"")} @change=${m=>i(m,"style")}>
            <button type="button" id="new-style" ?hidden=${u===null}
              @click=${()=>c({style:E()})}>${p.newStyle}</button>
          </div>
        </form>
        <div id="wall" class="card" role="img" aria-label=${p.sheet}></div>
        <p id="wall-status" class="status" role="status"></p>
        ${N(a,e,{name:"wall",path:he(a.state,"png",a.model),file:`${f}.png`,save:m=>D(P(n,Y),M.wall,m,f)})}
      `},paint({digit:a,seed:l,spread:h,style:s},u){let d=[a,l,h,s].join();d!==r&&(r=d,t=a===null?me(l,X):new Array(X).fill(a),n=new Uint8Array(u.generate({digits:t,seed:l,spread:h,...s===null?{}:{style:s}})),o??=De($("wall",HTMLElement)),o(t.map((f,m)=>({digit:f,pixels:n.subarray(m*784,(m+1)*784)}))))}}}function Ze(e){let{value:n}=e.currentTarget;return x(Number(n)/100)}function ze(e){e.preventDefault()}function Un(e,n){let t=q({},E()),r="curl",o=null,i=!1,c={change(m){t={...t,...m},u()},keep:()=>n.setLink(K(t)),announce:n.announce,chooseLanguage(m){r=m,u()}},a=_e(c),l=Se(c),h=[a,Ne(c),l,Ee(c,l.latent)],s=()=>new URL(ae(K(t)),location.href).href;function u(){let m={state:t,language:r,generator:o,model:o&&Je(o)},[A,T,...I]=h.map(y=>y.view(m));if(le(b`
        <div class="row made-title">
          <h2>${p.title}</h2>
          ${H(p.copyLink,s)}
        </div>
        <p class="lead">${p.lead}</p>
        ${i?d():ie}
        <div class="made-part">${A}</div>
        <div class="made-part">${T}</div>
        <div class="made-part made-pair">
          ${I.map(y=>b`<div>${y}</div>`)}
        </div>
      `,e),o!==null)for(let y of h)y.paint(t,o)}function d(){return b`
      <p class="notice" role="alert">${p.failed}
        <button type="button" @click=${f}>${p.retry}</button></p>
    `}async function f(){i=!1;try{o=await n.models.generator()}catch(m){console.warn("The generator did not load:",m),i=!0}u()}return u(),C(u),{show(m){"made"in m||(t=q(m,t.seed)),c.keep(),u(),o===null&&f(),"number"in m&&$("number",HTMLElement).closest(".made-part")?.scrollIntoView()},hide(){for(let m of h)m.stop?.()}}}function Je({info:e}){return e.sha256===""?null:e.name}export{Un as start};
