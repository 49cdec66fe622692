import{a as le,b as se,c as ce,d as R,e as G,f as T}from"./chunk-910BDF4A.js";import{a as b,c as ae,d as ie}from"./chunk-014418E3.js";import{b as de}from"./chunk-E303FA39.js";import{b as me,c as ue}from"./chunk-7E4D5263.js";import{H as ne,a as w,c as D,ca as oe,d as X,f as te,g as re,h as U}from"./chunk-F57A16E3.js";var d={title:"Digits it wrote",lead:"Nobody wrote these: a small network did, in your browser. The same seed always writes the same digits.",loading:"Loading the generator\u2026",failed:"The generator did not load. Are you online?",retry:"Try again",digit:"Digit to write",any:"Any",seed:"Seed",newSeed:"New digits",spread:"Variety",spreadValue:e=>`${e}%`,style:"One hand",styleNumber:"Number of the hand",newStyle:"Another hand",share:"Share",shareText:"Handwriting that nobody wrote: a small network did.",savePng:"Save PNG",saveSvg:"Save SVG",sheet:"Generated digits",digits:e=>`Generated digits: ${e.join(", ")}`,badSeed:e=>`A seed is a whole number from 0 to ${e}.`,handTitle:"Drag through handwriting",handLead:"A hand in each corner, a mixture anywhere else. Drag, or use the arrow keys.",handPad:"Square of hands: move with the arrow keys",handPlace:(e,t,r)=>`${e}, ${t}% to the right, ${r}% down`,newHands:"Four other hands",morphTitle:"From one digit into another",morphLead:"The same hand all the way. Play it, or drag.",morphFrom:"From",morphTo:"To",morphShare:"How far",morphValue:(e,t,r)=>`${r}% of the way from ${e} to ${t}`,play:"Play",pause:"Pause",numberTitle:"A number in one hand",numberLead:"A date, a telephone number, a price: it writes up to 40 digits. Points, signs and spaces become gaps.",numberField:"Number",badNumber:e=>`A number has 1 to ${e} digits, and no letters.`,numberPicture:e=>`${e}, written by hand`,call:"The same from the API",callLanguage:"Language",languages:{curl:"curl",fetch:"fetch",swift:"Swift"},copyCall:"Copy"};function k(e,t){let r=e.length/784,n=Math.min(t,r),o=n*28,s=Math.ceil(r/n)*28,c=new Uint8Array(o*s);for(let a=0;a<r;a++){let i=a%n*28,h=Math.floor(a/n)*28;for(let l=0;l<28;l++){let m=a*784+l*28;c.set(e.subarray(m,m+28),(h+l)*o+i)}}return{width:o,height:s,pixels:c}}var Fe=3,A={digit:null,spread:1,style:null,at:[.5,.5],to:8,share:.5,number:"2026"};function I({digit:e}){return e??Fe}function j(e,t){let r=(e.at??"").split(",").map(W);return{digit:pe(e.digit)??A.digit,seed:G(e.seed??"")??t,spread:W(e.spread)??A.spread,style:G(e.style??"")??A.style,at:r.length===2&&r[0]!==null&&r[1]!==null?[r[0],r[1]]:A.at,to:pe(e.to)??A.to,share:W(e.share)??A.share,number:V(e.number??"")??A.number}}function q(e){let t={};e.digit!==null&&(t.digit=String(e.digit)),t.seed=String(e.seed),e.spread!==A.spread&&(t.spread=String(e.spread)),e.style!==null&&(t.style=String(e.style));let[r,n]=e.at;return(r!==A.at[0]||n!==A.at[1])&&(t.at=`${r},${n}`),e.to!==A.to&&(t.to=String(e.to)),e.share!==A.share&&(t.share=String(e.share)),e.number!==A.number&&(t.number=e.number),t}function V(e){if(!/^[\d\s+\-./:,()']*$/.test(e))return null;let t=e.replace(/\D+/g," ").trim(),r=t.replaceAll(" ","").length;return r>=1&&r<=R?t:null}function L(e){return Math.round(Math.max(0,Math.min(1,e))*100)/100}function pe(e){return e!==void 0&&/^\d$/.test(e)&&Number(e)<10?Number(e):null}function W(e){return e!==void 0&&/^[01]?(\.\d{1,6})?$/.test(e)&&e!==""&&Number(e)<=1?L(Number(e)):null}var B=40,K=8,he=["curl","fetch","swift"],M={wall:3,hand:8,number:4};function fe({digit:e,seed:t,spread:r,style:n},o,s){return Y({digit:e,count:B,seed:t,spread:r,style:n,format:o,scale:M.wall,columns:K,model:s})}function ge(e,t,r,n){return be(e,t,r,n,{})}function $e(e,t,r,n){let{to:o,share:s}=e;return be(e,t,r,n,{to:o,share:s})}function be(e,t,r,n,o){return Y({digit:I(e),...o,seed:e.seed,latent:ne(t),format:r,scale:M.hand,model:n})}function ye({number:e,seed:t,spread:r,style:n},o,s){return Y({text:e,seed:t,spread:r,style:n,format:o,scale:M.number,model:s})}function we(e,t,r){switch(e){case"curl":return`curl -o ${r} '${t}'`;case"fetch":return`const response = await fetch(
  "${t}",
);
const picture = await response.blob();`;case"swift":return`let url = URL(string: "${t}")!
let (data, _) = try await URLSession.shared.data(from: url)
let picture = UIImage(data: data)`}}function Y(e){let t=new URLSearchParams;for(let[r,n]of Object.entries(e))n!==null&&!(r==="spread"&&n===1)&&t.set(r,String(n));return`/sample?${t}`}function P({language:e,generator:t},{chooseLanguage:r},{name:n,path:o,file:s,save:c}){let a=o===null?"":we(e,new URL(o,location.origin).href,s);return b`
    <div class="row saves">
      <button type="button" ?disabled="${t===null}" @click="${()=>c("png")}">
        ${d.savePng}
      </button>
      <button type="button" ?disabled="${t===null}" @click="${()=>c("svg")}">
        ${d.saveSvg}
      </button>
    </div>
    <details class="call">
      <summary>${d.call}</summary>
      <div class="row">
        <fieldset class="choices languages">
          <legend class="unseen">${d.callLanguage}</legend>
          ${he.map(i=>b`
              <label><input type="radio" name="${n}-language" .checked="${i===e}" @change="${()=>r(i)}"><span>${d.languages[i]}</span></label>
            `)}
        </fieldset>
        ${le(d.copyCall,()=>a)}
      </div>
      <pre tabindex="0" aria-label="${d.call}"><code>${a}</code></pre>
    </details>
  `}function Z(e,t,r,n){let o=[(1-r)*(1-n),r*(1-n),(1-r)*n,r*n],s=Math.sqrt(o.reduce((a,i)=>a+i*i,0)),c=Math.sqrt(1/s);return Uint8Array.from(t,(a,i)=>{let h=o.reduce((l,m,p)=>l+m*(e[p][i]-a),0);return Math.max(0,Math.min(127,Math.round(a+h*c)))})}function ve(e,t){if(t===1)return e;let r=e.width*t,n=e.height*t,o=new Uint8Array(r*n);for(let s=0;s<e.height;s++){let c=s*t*r;for(let a=0;a<e.width;a++){let i=c+a*t;o.fill(e.pixels[s*e.width+a],i,i+t)}for(let a=1;a<t;a++)o.copyWithin(c+a*r,c,c+r)}return{width:r,height:n,pixels:o}}function Ae(e,t){let{width:r,height:n,pixels:o}=e,s=Array.from({length:16},()=>[]);for(let a=0;a<n;a++)for(let i=0;i<r;){let h=Se(o[a*r+i]),l=i;for(;i<r&&Se(o[a*r+i])===h;)i++;h>0&&s[h].push(`M${l} ${a}h${i-l}`)}let c=s.flatMap((a,i)=>a.length===0?[]:[`<path stroke="#${i.toString(16).repeat(3)}" d="${a.join("")}"/>`]);return`<svg xmlns="http://www.w3.org/2000/svg" width="${r*t}" height="${n*t}" viewBox="0 -.5 ${r} ${n}" shape-rendering="crispEdges"><rect y="-.5" width="${r}" height="${n}"/>${c.join("")}</svg>
`}function Se(e){return Math.round(e/17)}async function C(e,t,r,n){let o=r==="svg"?new Blob([Ae(e,t)],{type:"image/svg+xml"}):await Re(ve(e,t)),s=document.createElement("a");s.href=URL.createObjectURL(o),s.download=`${n}.${r}`,s.click(),setTimeout(()=>URL.revokeObjectURL(s.href),6e4)}function Re({width:e,height:t,pixels:r}){let n=document.createElement("canvas");n.width=e,n.height=t;let o=te(n),s=o.createImageData(e,t);return r.forEach((c,a)=>{s.data.fill(c,a*4,a*4+3),s.data[a*4+3]=255}),o.putImageData(s,0,0),new Promise((c,a)=>n.toBlob(i=>i===null?a(new TypeError("the browser makes no PNG")):c(i)))}var _=7,xe=.05,Ve={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]};function Ee(e){let t,r=new Uint8Array,n=new Uint8Array,o="",s=!1;function c({seed:l,spread:m},p){let f=`${l} ${m}`;if(t?.of===f)return t.hands;let u=[0,0,0,0],S=p.latents({digits:u,seed:l,spread:m});r=p.latents({digits:[0],seed:l,spread:0});let v=p.latentSize,[$,y,x,N]=u.map((F,ee)=>S.slice(ee*v,(ee+1)*v));return t={of:f,hands:[$,y,x,N]},t.hands}function a(l,m){let p=c(l,m);return Z(p,r,...l.at)}function i(l,m){let p=[I(l),l.seed,l.spread].join();if(p===o)return;o=p;let f=c(l,m),u=Array.from({length:_**2},(y,x)=>x),S=u.flatMap(y=>[...Z(f,r,(y%_+.5)/_,(Math.floor(y/_)+.5)/_)]),v=m.draw(u.map(()=>I(l)),Uint8Array.from(S)),$=w("hand-map",HTMLCanvasElement);U($,k(v,_))}function h(l){let m=l.currentTarget;if(!m.hasPointerCapture(l.pointerId))return;let p=m.getBoundingClientRect();e.change({at:[L((l.clientX-p.left)/p.width),L((l.clientY-p.top)/p.height)]})}return{latent:a,view(l){let{state:m,generator:p,model:f}=l,u=I(m),[S,v]=m.at,$=`digit-${u}-${m.seed}`,y=p&&a(m,p);return b`
        <h3>${d.handTitle}</h3>
        <p class="lead">${d.handLead}</p>
        <div id="hands" class="card" tabindex="0" role="application"
          aria-label=${d.handPad}
          @pointerdown=${x=>{x.currentTarget.setPointerCapture(x.pointerId),h(x)}}
          @pointermove=${h}
          @pointerup=${e.keep}
          @pointercancel=${e.keep}
          @keydown=${x=>{let N=Ve[x.key];if(N===void 0)return;x.preventDefault();let F=[L(S+N[0]*xe),L(v+N[1]*xe)];e.change({at:F}),e.announce(d.handPlace(u,Math.round(F[0]*100),Math.round(F[1]*100)))}}
          @keyup=${e.keep}>
          <canvas id="hand-map" aria-hidden="true"></canvas>
          <div id="lens" class="card" aria-hidden="true">
            <canvas id="hand-live"></canvas>
          </div>
        </div>
        <div class="row">
          <button type="button" id="new-hands" @click=${()=>{e.change({seed:T()}),e.keep()}}>${d.newHands}</button>
        </div>
        ${P(l,e,{name:"hand",path:y&&ge(m,y,"png",f),file:`${$}.png`,save:x=>C(k(n,1),M.hand,x,$)})}
      `},paint(l,m){s||(s=!0,D(()=>o="")),i(l,m);let[p,f]=l.at,u=w("lens",HTMLElement);u.style.setProperty("--x",String(p)),u.style.setProperty("--y",String(f)),n=new Uint8Array(m.draw([I(l)],a(l,m))),U(w("hand-live",HTMLCanvasElement),{width:28,height:28,pixels:n})}}}var z=9,Le=1600;function Te(e,t){let r=null,n=new Uint8Array;function o(){r?.(),r=null}function s(c){let a=performance.now()-c*Le,i=()=>{let h=(performance.now()-a)/Le%2;r=X(i),e.change({share:L(h>1?2-h:h)})};r=X(i)}return{view(c){let{state:a,generator:i,model:h}=c,{to:l,share:m}=a,p=I(a),f=Math.round(m*100),u=r!==null,S=`morph-${p}-${l}-${f}`,v=i&&t(a,i);return b`
        <h3>${d.morphTitle}</h3>
        <p class="lead">${d.morphLead}</p>
        <form class="row" @submit=${$=>$.preventDefault()}>
          ${Me("morph-from",d.morphFrom,p,$=>{e.change({digit:$}),e.keep()})}
          ${Me("morph-to",d.morphTo,l,$=>{e.change({to:$}),e.keep()})}
          <button type="button" id="play" ?disabled=${i===null}
            @click=${()=>{u?o():s(m),e.change({}),e.keep()}}>${u?d.pause:d.play}</button>
        </form>
        <div class="morph">
          <div class="card morph-paper">
            <canvas id="morph" role="img" aria-label=${d.morphValue(p,l,f)}></canvas>
          </div>
          <label for="morph-share" class="unseen">${d.morphShare}</label>
          <input id="morph-share" type="range" min="0" max="100" .value=${String(f)}
            aria-valuetext=${d.morphValue(p,l,f)}
            @input=${$=>{o();let{value:y}=$.currentTarget;e.change({share:L(Number(y)/100)})}} @change=${e.keep}>
          <canvas id="morph-strip" aria-hidden="true"></canvas>
        </div>
        ${P(c,e,{name:"morph",path:v&&$e(a,v,"png",h),file:`${S}.png`,save:$=>C(k(n,1),M.hand,$,S)})}
      `},paint(c,a){let{to:i,share:h}=c,l=I(c),m=[h,...Array.from({length:z},(S,v)=>v/(z-1))],p=t(c,a),f=new Uint8Array(m.length*p.length);m.forEach((S,v)=>f.set(p,v*p.length));let u=a.draw(m.map(S=>({from:l,to:i,share:S})),f);n=new Uint8Array(u.subarray(0,784)),U(w("morph",HTMLCanvasElement),k(n,1)),U(w("morph-strip",HTMLCanvasElement),k(u.subarray(784),z))},stop:o}}function Me(e,t,r,n){return b`
    <label for=${e}>${t}</label>
    <select id=${e} class="field" @change=${o=>n(Number(o.currentTarget.value))}>
      ${Array.from({length:10},(o,s)=>b`<option value=${s} .selected=${s===r}>${s}</option>`)}
    </select>
  `}var H=32,J=5,Be=H-J-2,Ie=2,Xe=48,ke={least:2.5,most:4.5},Ue=1,We=10,Pe=2,je=3,Q=-(2**20);function Ce(e,t,r){let n=e.length/784,o=me(r).between(ke.least,ke.most),s={rows:new Int32Array(H).fill(Q),last:Q},c=[],a=0;for(let i=0;i<n;i++){let h=ue(r,i),l=Math.round(o+h.between(-Ue,Ue));a=.6*a+h.between(-1,1);let m=De(e,i),p=Ze(m),f=Be-ze(p)+Math.max(-Ie,Math.min(Ie,Math.round(a))),u=i===0?J-_e(p):qe(s,p,f,l)+We*t[i];Ke(s,p,u,f),c.push({left:u,top:f})}return Ye(e,c,s.last+1+J)}function Ne(e){return Array.from(e.matchAll(/( *)\d/g),([,t])=>t.length)}function qe({rows:e,last:t},r,n,o){let s=t+1-je-_e(r);for(let c=0;c<28;c++)if(!(r.first[c]>r.last[c]))for(let a=-Pe;a<=Pe;a++){let i=e[n+c+a]??Q;s=Math.max(s,i+1+o-r.first[c])}return s}function Ke(e,t,r,n){for(let o=0;o<28;o++){if(t.first[o]>t.last[o])continue;let s=r+t.last[o];e.rows[n+o]=Math.max(e.rows[n+o],s),e.last=Math.max(e.last,s)}}function Ye(e,t,r){let n=new Uint8Array(r*H);return t.forEach(({left:o,top:s},c)=>{let a=De(e,c);for(let i=0;i<28;i++)for(let h=0;h<28;h++){let l=a[i*28+h],[m,p]=[o+h,s+i],f=m<0||m>=r||p<0||p>=H;if(l===0||f)continue;let u=p*r+m;n[u]=Math.max(n[u],l)}}),{width:r,height:H,pixels:n}}function De(e,t){return e.subarray(t*784,(t+1)*784)}function Ze(e){let t=new Int32Array(28).fill(28),r=new Int32Array(28).fill(-1);for(let n=0;n<28;n++)for(let o=0;o<28;o++)e[n*28+o]<Xe||(t[n]=Math.min(t[n],o),r[n]=o);return r.every(n=>n<0)&&(t[27]=r[27]=28/2),{first:t,last:r}}function _e({first:e}){return Math.min(...e)}function ze({last:e}){return e.findLastIndex(t=>t>=0)}function Ge(e){let t={width:0,height:0,pixels:new Uint8Array},r="";return{view(n){let{number:o,seed:s}=n.state;V(r)!==o&&(r=o);let c=`number-${o.replaceAll(" ","-")}-${s}`;return b`
        <h3>${d.numberTitle}</h3>
        <p class="lead">${d.numberLead}</p>
        <form class="row" autocomplete="off" @submit=${a=>a.preventDefault()}>
          <label for="number">${d.numberField}</label>
          <input id="number" class="field" type="text" inputmode="tel"
            maxlength="80" aria-describedby="number-status" .value=${r}
            @input=${a=>{let i=a.currentTarget,h=V(i.value),l=h===null?d.badNumber(R):"";i.setCustomValidity(l),w("number-status",HTMLElement).textContent=l,h!==null&&(r=i.value,e.change({number:h}))}} @change=${e.keep}>
          <button type="button" id="number-hand" @click=${()=>{e.change({style:T()}),e.keep()}}>${d.newStyle}</button>
        </form>
        <p id="number-status" class="status" role="status"></p>
        <div class="card paper">
          <canvas id="number-picture" role="img" aria-label=${d.numberPicture(o)}></canvas>
        </div>
        ${P(n,e,{name:"number",path:ye(n.state,"png",n.model),file:`${c}.png`,save:a=>C(t,M.number,a,c)})}
      `},paint({number:n,seed:o,spread:s,style:c},a){let i=[...n.replaceAll(" ","")].map(Number),h=a.generate({digits:i,seed:o,spread:s,style:c??o});t=Ce(h,Ne(n),o);let l=w("number-picture",HTMLCanvasElement);U(l,t),l.style.setProperty("--pixels",String(t.width))}}}function Oe(e){let t=[],r=()=>t.forEach(({canvas:n,sample:o})=>re(n,o.pixels));return D(r),n=>{t=n.map(o=>({canvas:document.createElement("canvas"),sample:o})),t.forEach(({canvas:o},s)=>o.style.setProperty("--index",String(s))),e.replaceChildren(...t.map(({canvas:o})=>o)),e.ariaLabel=d.digits(n.map(({digit:o})=>o)),r()}}var Je=[null,...Array.from({length:10},(e,t)=>t)];function He(e){let t=new Uint8Array,r=[],n="",o,s=(a,i)=>{let h=a.currentTarget,l=G(h.value),m=l===null?d.badSeed(ce):"";h.setCustomValidity(m),w("wall-status",HTMLElement).textContent=m,l!==null&&(e.change({[i]:l}),e.keep())},c=a=>{w("wall-status",HTMLElement).textContent="",e.change(a),e.keep()};return{view(a){let{digit:i,seed:h,spread:l,style:m}=a.state,p=Math.round(l*100),f=`digits-${i??"mixed"}-${h}`;return b`
        <form class="made-choices" autocomplete="off" @submit=${et}>
          <fieldset class="choices">
            <legend class="unseen">${d.digit}</legend>
            ${Je.map(u=>b`<label><input type="radio" name="digit" .checked=${u===i} @change=${()=>c({digit:u})}><span>${u??d.any}</span></label>`)}
          </fieldset>
          <div class="row">
            <label for="seed">${d.seed}</label>
            <input id="seed" class="field" type="text" inputmode="numeric"
              maxlength="10" aria-describedby="wall-status" .value=${String(h)}
              @change=${u=>s(u,"seed")}>
            <button type="button" id="new-seed" class="primary"
              @click=${()=>c({seed:T()})}>${d.newSeed}</button>
          </div>
          <div class="row">
            <label for="spread">${d.spread}</label>
            <input id="spread" type="range" min="0" max="100" .value=${String(p)}
              aria-valuetext=${d.spreadValue(p)} @input=${u=>e.change({spread:Qe(u)})} @change=${e.keep}>
            <output for="spread">${d.spreadValue(p)}</output>
          </div>
          <div class="row">
            <label class="check"><input id="one-hand" type="checkbox"
              .checked=${m!==null} @change=${u=>c({style:u.currentTarget.checked?T():null})}> ${d.style}</label>
            <input id="style" class="field" type="text" inputmode="numeric"
              maxlength="10" aria-label=${d.styleNumber} ?hidden=${m===null}
              .value=${String(m??"")} @change=${u=>s(u,"style")}>
            <button type="button" id="new-style" ?hidden=${m===null}
              @click=${()=>c({style:T()})}>${d.newStyle}</button>
          </div>
        </form>
        <div id="wall" class="card" role="img" aria-label=${d.sheet}></div>
        <p id="wall-status" class="status" role="status"></p>
        ${P(a,e,{name:"wall",path:fe(a.state,"png",a.model),file:`${f}.png`,save:u=>C(k(t,K),M.wall,u,f)})}
      `},paint({digit:a,seed:i,spread:h,style:l},m){let p=[a,i,h,l].join();p!==n&&(n=p,r=a===null?de(i,B):new Array(B).fill(a),t=new Uint8Array(m.generate({digits:r,seed:i,spread:h,...l===null?{}:{style:l}})),o??=Oe(w("wall",HTMLElement)),o(r.map((f,u)=>({digit:f,pixels:t.subarray(u*784,(u+1)*784)}))))}}}function Qe(e){let{value:t}=e.currentTarget;return L(Number(t)/100)}function et(e){e.preventDefault()}function Or(e,t){let r=j({},T()),n="curl",o=null,s=!1,c={change(u){r={...r,...u},m()},keep:()=>t.setLink(q(r)),announce:t.announce,chooseLanguage(u){n=u,m()}},a=He(c),i=Ee(c),h=[a,Ge(c),i,Te(c,i.latent)],l=()=>new URL(oe(q(r)),location.href).href;function m(){let u={state:r,language:n,generator:o,model:o&&tt(o)},[S,v,...$]=h.map(y=>y.view(u));if(ie(b`
        <div class="row made-title">
          <h2>${d.title}</h2>
          ${se(d.share,()=>({url:l(),text:d.shareText}))}
        </div>
        <p class="lead">${d.lead}</p>
        ${s?p():ae}
        <div class="made-part">${S}</div>
        <div class="made-part">${v}</div>
        <div class="made-part made-pair">
          ${$.map(y=>b`<div>${y}</div>`)}
        </div>
      `,e),o!==null)for(let y of h)y.paint(r,o)}function p(){return b`
      <p class="notice" role="alert">${d.failed}
        <button type="button" @click=${f}>${d.retry}</button></p>
    `}async function f(){s=!1;try{o=await t.models.generator()}catch(u){console.warn("The generator did not load:",u),s=!0}m()}return m(),D(m),{show(u){"made"in u||(r=j(u,r.seed)),c.keep(),m(),o===null&&f(),"number"in u&&w("number",HTMLElement).closest(".made-part")?.scrollIntoView()},hide(){for(let u of h)u.stop?.()}}}function tt({info:e}){return e.sha256===""?null:e.name}export{Or as start};
