import{a as y,b as I}from"./chunk-CWUOEACJ.js";import{F as H,a as l,b as C,c as A,d as M,f as v,l as T,m as k,n as D,o as S,p as f,q as x,r as F,s as _,t as N,u as P}from"./chunk-GICRIJJM.js";var i={title:"Digits it wrote",lead:"Nobody wrote these: a small network did, from a seed. The same seed writes the same digits again.",digit:"Digit to write",any:"Any",seed:"Seed",newSeed:"New digits",copyLink:"Copy link",savePng:"Save PNG",sheet:"Generated digits",badSeed:e=>`A seed is a whole number from 0 to ${e}.`};function R(){let e=["any",...Array.from({length:10},(t,o)=>`${o}`)];return y`
    <h2>${i.title}</h2>
    <p class="lead">${i.lead}</p>
    <form id="sheet-form" autocomplete="off">
      <fieldset class="choices">
        <legend class="unseen">${i.digit}</legend>
        ${e.map(t=>y`<label><input type="radio" name="digit" value=${t} ?checked=${t==="any"}><span>${t==="any"?i.any:t}</span></label>`)}
      </fieldset>
      <div class="row seed">
        <label for="seed">${i.seed}</label>
        <input id="seed" class="field" type="text" inputmode="numeric"
          maxlength="10"
          aria-describedby="sheet-status">
        <button type="button" id="new-seed">${i.newSeed}</button>
        <button type="button" id="copy" hidden>${i.copyLink}</button>
        <a id="png" class="button" href="/sample?format=png"
          download>${i.savePng}</a>
      </div>
    </form>
    <div id="sheet" class="card" role="img" aria-label=${i.sheet}
      aria-busy="true"></div>
    <p id="sheet-status" class="status" role="status"></p>
  `}function X(e,t){if(!isSecureContext)return;let o=e.textContent??"";e.hidden=!1,e.addEventListener("click",async()=>{let r=await navigator.clipboard.writeText(t()).then(()=>!0,()=>!1);e.textContent=r?"Copied":"Not allowed",setTimeout(()=>e.textContent=o,2e3)})}var p=2**32-1,K=100;var B=S({seed:x(0,p),model:f(),samples:F(S({digit:x(0,9),pixels:f(),latent:D(f())},"ignored"),{least:1,most:K,what:"samples"})},"ignored");var Q=40;function L(e,t){let o=e.digit===null?"":`digit=${e.digit}&`,r=t==="png"?"&scale=3&columns=8":"";return`/sample?${o}count=${Q}&seed=${e.seed}&format=${t}${r}`}function U(e,t,o){return _(e,L(t,"json"),{headers:{accept:"application/json"},signal:o},W)}function W(e){let{model:t,samples:o}=B.read(e,"");return{model:t,samples:o.map(({digit:r,pixels:s},d)=>{let c=T(s);if(c.length===784)return{digit:r,pixels:c};throw new k(`/samples/${d}/pixels`,`has ${c.length} bytes, expected ${784}`)})}}function $(e){let t=e.trim();return/^\d{1,10}$/.test(t)&&Number(t)<=p?Number(t):null}function b(){return(crypto.getRandomValues(new Uint32Array(1))[0]??0)%1e6}function w({digit:e,seed:t}){let o={seed:String(t)};return e===null?o:{...o,digit:String(e)}}function j(e,t){let o=$(e.seed??""),r=/^\d$/.test(e.digit??"")?Number(e.digit):null;return o!==null?{digit:r,seed:o}:r===null?t:{...t,digit:r}}function O(e){let t=[],o=()=>t.forEach(({canvas:r,sample:s})=>v(r,s.pixels));return C(o),r=>{t=r.map(s=>({canvas:document.createElement("canvas"),sample:s})),t.forEach(({canvas:s},d)=>s.style.setProperty("--index",String(d))),e.replaceChildren(...t.map(({canvas:s})=>s)),e.ariaLabel=`Generated digits: ${r.map(({digit:s})=>s).join(", ")}`,o()}}function q(e,t){let o=l("sheet",HTMLElement),r=l("sheet-status",HTMLElement),s=l("sheet-form",HTMLFormElement),d=l("seed",HTMLInputElement),c=l("png",HTMLAnchorElement),J=O(o),a={digit:null,seed:b()},u=null,V=new A({run:(n,m)=>U(e.fetch,n,m),onResult:n=>{o.ariaBusy="false",r.textContent="",o.title=n.model,J(n.samples)},onError:n=>{o.ariaBusy="false",r.textContent=N(n,navigator.onLine);let m=P(n);m!==null&&(u=t(m*1e3,h))},soon:n=>t(0,n)});function h(){u?.(),u=null,o.ariaBusy="true",z(),V.settle(a)}function z(){d.setCustomValidity(""),d.value=String(a.seed),c.href=L(a,"png"),c.download=`digits-${a.digit??"mixed"}-${a.seed}.png`;let n=s.elements.namedItem("digit");n instanceof RadioNodeList&&(n.value=String(a.digit??"any"))}function g(n){a=n,e.setLink(w(a)),h()}return s.addEventListener("submit",n=>n.preventDefault()),s.addEventListener("change",()=>{let n=new FormData(s).get("digit"),m=$(d.value);if(m!==null)return g({digit:n==="any"?null:Number(n),seed:m});r.textContent=i.badSeed(p),d.setCustomValidity(r.textContent)}),l("new-seed",HTMLButtonElement).addEventListener("click",()=>{g({...a,seed:b()})}),X(l("copy",HTMLButtonElement),()=>new URL(H(w(a)),location.href).href),addEventListener("online",h),{show:n=>g(j(n,a)),hide:()=>u?.()}}function Te(e,t){return I(R(),e),q(t,M)}export{Te as start};
