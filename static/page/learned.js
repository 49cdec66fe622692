import{a as F,b as K}from"./chunk-3C7FB85E.js";import{a as c,b as N,c as v,d as j}from"./chunk-014418E3.js";import{H as P,J as W,L as E,M as k,N as A,O as g,P as H,X as Y,c as z,e as C,g as _,i as I}from"./chunk-7C254710.js";var r={title:"How it learned to write",lead:"At first the network draws noise. A second network sees its digits and real ones, and says which are real. The first learns to fool it.",loading:"Loading\u2026",failed:"This part did not load. Are you online?",retry:"Try again",progress:"Steps of training",digits:e=>`The ten digits after ${e} steps`,after:(e,t)=>`After ${e} steps, ${t} images seen`,play:"Play",pause:"Pause",agreement:"read as the digit that was meant",coverage:"of real digits have a made one close by",chart:"Both measures over the training",run:({preset:e,epochs:t,seed:o,images:i,beside:a})=>`This is a short run, made for this page: the preset ${e}, ${t} passes over ${i} images, seed ${o}; the same random numbers at every step, none picked. Measured beside ${a} images that it did not learn from.`,served:(e,t)=>`The generator on this page is of a longer run: ${e} passes, ${t}.`,figuresTitle:"How good both are",figuresLead:"Measured with 10,000 test images that neither network has learned from.",figure:"Measure",here:"Here",floor:"Real digits",figures:{accuracy:"Test images read correctly",label_agreement:"Made digits read as meant",two_sample_accuracy:"A trained network tells made from real (50% is guessing)",coverage:"Real digits that have a made one close by",train_on_generated_accuracy:"Accuracy of a network that saw made digits only",recognizerSize:"Size of the reader",generatorSize:"Size of the writer"},floorNote:"\u201CReal digits\u201D is what other real digits score in place of the made ones.",card:"All figures",hardTitle:"Can you read these?",hardLead:(e,t)=>`The network misreads ${e} of ${t} test digits. Here they are. What would you say?`,hardPicture:(e,t)=>`Digit ${e} of ${t} that the network misreads`,hardChoices:"What is it?",youRight:"You read it as its writer meant it.",youWrong:e=>`Its writer meant ${I(e)}.`,itSaid:(e,t)=>`The network says ${e}, ${t}% sure.`,alsoYou:"So did you.",tally:(e,t)=>`You: ${e} of ${t}. The network: 0 of ${t}.`,next:"Next",over:(e,t)=>`That was the last one. You read ${e} of ${t} as their labels say.`,again:"Once more"};var x=Number.MAX_SAFE_INTEGER,re=E({preset:k(),epochs:g(1,x),seed:g(0,x),images_per_step:g(1,x),training_images:g(1,x),measured_beside:g(1,x),looks:H(E({step:g(0,x),label_agreement:A(0,1),coverage:A(0,1)},"ignored"),{least:2,most:100,what:"looks"})}),oe=E({model:k(),tested:g(1,x),digits:H(E({index:g(0,x),label:g(0,9),read:g(0,9),confidence:A(0,1),pixels:k()}),{least:1,most:1e3,what:"digits"})});async function B(e){return re.read(await X(e,"/learned.json"),"")}async function G(e){let t=await X(e,"/hard_digits.json"),{tested:o,digits:i}=oe.read(t,"");return{tested:o,digits:i.map(({pixels:a,...n},d)=>{let l=P(a);if(l.length===784)return{...n,pixels:l};throw new W(`/digits/${d}/pixels`,`has ${l.length} bytes, expected ${784}`)})}}async function X(e,t){let o=await e(t,{});if(o.ok)return await o.json();throw new TypeError(`${t} answered ${o.status}, expected 200`)}function b(e){return e.toLocaleString(Y.lang)}function S(e,t=0){return`${(e*100).toFixed(t)}%`}function M(e){return`${b(Math.round(e/1e3))} KB`}function J(e){let t=Math.round(e/60),o=Math.floor(t/60);return o===0?`${t} min`:`${o} h ${t%60} min`}var ae=["label_agreement","two_sample_accuracy","coverage","train_on_generated_accuracy"];function U({recognizer:e,generator:t}){let o=r.figures,{accuracy:i}=e,{quality:a}=t,n=[];i!==void 0&&n.push([o.accuracy,S(i,2),""]);for(let d of a===void 0?[]:ae)n.push([o[d],S(a.int8[d],1),S(a.floor[d],1)]);return n.push([o.recognizerSize,M(e.bytes),""],[o.generatorSize,M(t.bytes),""]),c`
    <h3>${r.figuresTitle}</h3>
    <p class="lead">${r.figuresLead}</p>
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">${r.figure}</th>
          <th scope="col">${r.here}</th>
          <th scope="col">${r.floor}</th>
        </tr>
      </thead>
      <tbody>
        ${n.map(([d,l,u])=>c`
            <tr>
              <th scope="row">${d}</th>
              <td>${l}</td>
              <td>${u}</td>
            </tr>
          `)}
      </tbody>
    </table>
    <p class="fine">${r.floorNote} <a href="/models">${r.card}</a></p>
  `}function Q({hard:e,first:t,update:o,focus:i}){let{digits:a,tested:n}=e,d=Math.max(0,a.findIndex(({index:p})=>p===t)),l=0,u=0,h=null,s=()=>a[(d+l)%a.length];function m(p){h===null&&(h=p,p===s().label&&u++,o(),i("#hard-next"))}function f(){h=null,l++,l===a.length&&(l=u=0),o(),i("#hard-choices button")}function w(p,$){let{label:R,read:T,confidence:ee}=p,te=l+1===a.length;return c`
      <p>${$===R?r.youRight:r.youWrong(R)}
        ${r.itSaid(T,Math.round(ee*100))}
        ${$===T?r.alsoYou:v}</p>
      <p class="fine">${te?r.over(u,l+1):r.tally(u,l+1)}</p>
    `}return{get index(){return s().index},answer:m,view(){let p=s(),$=l+1===a.length;return c`
        <h3>${r.hardTitle}</h3>
        <p class="lead">${r.hardLead(a.length,b(n))}</p>
        <div class="hard">
          <div class="card hard-picture">
            <canvas id="hard-digit" role="img" aria-label=${r.hardPicture(l+1,a.length)}></canvas>
          </div>
          <div class="hard-answer">
            <div id="hard-choices" class="hard-choices" role="group"
              aria-label=${r.hardChoices} ?hidden=${h!==null}>
              ${Array.from({length:10},(R,T)=>c`<button type="button" @click=${()=>m(T)}>${T}</button>`)}
            </div>
            <div role="status">${h===null?v:w(p,h)}</div>
            ${h===null?v:c`
              <button type="button" id="hard-next" class="primary"
                @click=${f}>${$?r.again:r.next}</button>
            `}
          </div>
        </div>
      `},paint(p){let $=p.querySelector("#hard-digit");$!==null&&_($,s().pixels)}}}var D=400,q=110,L=6;function V(e,t){let o=n=>L+n/(e.length-1)*(D-2*L),i=n=>q-L-n*(q-2*L),a=(n,d)=>N`
      <polyline class=${d} points=${e.map((l,u)=>`${o(u)},${i(l[n])}`).join(" ")} />
      <circle class=${d} cx=${o(t)} cy=${i(e[t][n])} r="5" />
    `;return c`
    <svg class="story-chart" viewBox="0 0 ${D} ${q}" role="img"
      aria-label=${r.chart}>
      ${[0,.5,1].map(n=>N`
          <line x1="0" x2=${D} y1=${i(n)} y2=${i(n)} />
        `)}
      ${a("coverage","coverage")}
      ${a("label_agreement","agreement")}
    </svg>
  `}var ne=700;function Z(e,t,o){let i=e.looks.length-1,a=i,n=null;function d(){n?.(),n=null}function l(){a=a===i?0:a+1,n=a===i?null:C(ne,l),o()}return{view(u){let{step:h,label_agreement:s,coverage:m}=e.looks[a],f=b(h*e.images_per_step),w=r.after(b(h),f);return c`
        <h2>${r.title}</h2>
        <p class="lead">${r.lead}</p>
        <div class="card story">
          <div class="story-digits" role="img" aria-label=${r.digits(h)}>
            ${Array.from({length:10},(p,$)=>c`<canvas data-digit=${$}></canvas>`)}
          </div>
          <div class="row story-controls">
            <button type="button" id="story-play" @click=${()=>{n===null?l():(d(),o())}}>${n===null?r.play:r.pause}</button>
            <label for="story-step" class="unseen">${r.progress}</label>
            <input id="story-step" type="range" min="0" max=${i} .value=${String(a)} aria-valuetext=${w} @input=${p=>{d(),a=Number(p.currentTarget.value),o()}}>
          </div>
          <p class="story-after">${w}</p>
          <div class="story-measures">
            <p class="agreement"><strong>${S(s)}</strong> ${r.agreement}</p>
            <p class="coverage"><strong>${S(m)}</strong> ${r.coverage}</p>
          </div>
          ${V(e.looks,a)}
        </div>
        <p class="fine">${r.run({preset:e.preset,epochs:e.epochs,seed:e.seed,images:b(e.training_images),beside:b(e.measured_beside)})} ${u===void 0?v:r.served(u.configuration.epochs,J(u.seconds))}</p>
      `},paint(u){u.querySelectorAll("canvas[data-digit]").forEach((s,m)=>_(s,t[a*10+m]))},stop:d}}function Ge(e,t){let o=null,i=!1,a=null;function n(){j(d(),e),o?.story.paint(e),o?.hard.paint(e)}function d(){if(i)return c`<p class="notice" role="alert">${r.failed}
        <button type="button" @click=${l}>${r.retry}</button></p>`;if(o===null)return c`<p role="status">${r.loading}</p>`;let{story:s,hard:m,models:f}=o;return c`
      <div class="learned-part">${s.view(f?.generator.run)}</div>
      <div class="learned-part">${m.view()}</div>
      <div class="learned-part">${f===null?v:U(f)}</div>
    `}async function l(){i=!1,n();try{let[s,m,f]=await Promise.all([B(t.fetch),G(t.fetch),F(t.fetch).catch(()=>null)]),w=await K(t.fetch,"/learned.png",10,s.looks.length);o={story:Z(s,w,n),hard:u(m,a),models:f}}catch(s){console.warn("How it learned did not load:",s),i=!0}n()}function u(s,m){let f=Q({hard:s,first:m,update:()=>{t.setLink({learned:String(f.index)}),n()},focus:w=>e.querySelector(w)?.focus()});return f}function h(s){s.ctrlKey||s.metaKey||s.altKey||/^\d$/.test(s.key)&&o?.hard.answer(Number(s.key))}return z(n),{show(s){let m=s.learned??"";a=/^\d{1,5}$/.test(m)?Number(m):null,addEventListener("keydown",h),(o===null||(a??o.hard.index)!==o.hard.index)&&l()},hide(){removeEventListener("keydown",h),o?.story.stop()}}}export{Ge as start};
