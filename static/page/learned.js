import{a as j,b as B}from"./chunk-0241EEBB.js";import{a as h,b as H,c as b,d as Y}from"./chunk-014418E3.js";import{K as P,M as F,O as E,P as L,Q as R,R as g,S as N,ba as W,c as z,f as C,h as k,j as O}from"./chunk-72C368CF.js";var o={title:"How it learned to write",lead:"At first the network draws noise. A second network sees its digits and real ones, and says which are real. The first learns to fool it.",loading:"Loading\u2026",failed:"This part did not load. Are you online?",retry:"Try again",progress:"Steps of training",digits:e=>`The ten digits after ${e} steps`,after:(e,t)=>`After ${e} steps, ${t} images seen`,play:"Play",pause:"Pause",agreement:"read as the digit that was meant",coverage:"of real digits have a made one close by",chart:"Both measures, in percent, over the steps of training",chartSteps:"steps of training (the first ones spread out)",run:({preset:e,epochs:t,seed:a,images:i,beside:s})=>`This is a short run, made for this page: the preset ${e}, ${t} passes over ${i} images, seed ${a}; the same random numbers at every step, none picked. Measured beside ${s} images that it did not learn from.`,served:(e,t)=>`The generator on this page is of a longer run: ${e} passes, ${t}.`,figuresTitle:"How good both are",figuresLead:"Measured with 10,000 test images that neither network has learned from.",figure:"Measure",here:"Here",floor:"Real digits",figures:{accuracy:"Test images read correctly",label_agreement:"Made digits read as meant",two_sample_accuracy:"A trained network tells made from real (50% is guessing)",coverage:"Real digits that have a made one close by",train_on_generated_accuracy:"Accuracy of a network that saw made digits only",recognizerSize:"Size of the reader",generatorSize:"Size of the writer"},floorNote:"\u201CReal digits\u201D is what other real digits score in place of the made ones.",card:"All figures",hardTitle:"Can you read these?",hardLead:(e,t)=>`The network misreads ${e} of ${t} test digits. Here they are. What would you say?`,hardPicture:(e,t)=>`Digit ${e} of ${t} that the network misreads`,hardChoices:"What is it?",youRight:"You read it as its writer meant it.",youWrong:e=>`Its writer meant ${O(e)}.`,itSaid:(e,t)=>`The network says ${e}, ${t}% sure.`,alsoYou:"So did you.",tally:(e,t)=>`You: ${e} of ${t}. The network: 0 of ${t}.`,next:"Next",over:(e,t)=>`That was the last one. You read ${e} of ${t} as their labels say.`,again:"Once more"};var S=Number.MAX_SAFE_INTEGER,se=E({preset:L(),epochs:g(1,S),seed:g(0,S),images_per_step:g(1,S),training_images:g(1,S),measured_beside:g(1,S),looks:N(E({step:g(0,S),label_agreement:R(0,1),coverage:R(0,1)},"ignored"),{least:2,most:100,what:"looks"})}),ne=E({model:L(),tested:g(1,S),digits:N(E({index:g(0,S),label:g(0,9),read:g(0,9),confidence:R(0,1),pixels:L()}),{least:1,most:1e3,what:"digits"})});async function G(e){return se.read(await J(e,"/learned.json"),"")}async function X(e){let t=await J(e,"/hard_digits.json"),{tested:a,digits:i}=ne.read(t,"");return{tested:a,digits:i.map(({pixels:s,...l},d)=>{let r=P(s);if(r.length===784)return{...l,pixels:r};throw new F(`/digits/${d}/pixels`,`has ${r.length} bytes, expected ${784}`)})}}async function J(e,t){let a=await e(t,{});if(a.ok)return await a.json();throw new TypeError(`${t} answered ${a.status}, expected 200`)}function $(e){return e.toLocaleString(W.lang)}function w(e,t=0){return`${(e*100).toFixed(t)}%`}function D(e){return`${$(Math.round(e/1e3))} KB`}function U(e){let t=Math.round(e/60),a=Math.floor(t/60);return a===0?`${t} min`:`${a} h ${t%60} min`}var ie=["label_agreement","two_sample_accuracy","coverage","train_on_generated_accuracy"];function Q({recognizer:e,generator:t}){let a=o.figures,{accuracy:i}=e,{quality:s}=t,l=[];i!==void 0&&l.push([a.accuracy,w(i,2),""]);for(let d of s===void 0?[]:ie)l.push([a[d],w(s.int8[d],1),w(s.floor[d],1)]);return l.push([a.recognizerSize,D(e.bytes),""],[a.generatorSize,D(t.bytes),""]),h`
    <h3>${o.figuresTitle}</h3>
    <p class="lead">${o.figuresLead}</p>
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">${o.figure}</th>
          <th scope="col">${o.here}</th>
          <th scope="col">${o.floor}</th>
        </tr>
      </thead>
      <tbody>
        ${l.map(([d,r,c])=>h`
            <tr>
              <th scope="row">${d}</th>
              <td>${r}</td>
              <td>${c}</td>
            </tr>
          `)}
      </tbody>
    </table>
    <p class="fine">${o.floorNote} <a href="/models">${o.card}</a></p>
  `}function V({hard:e,first:t,update:a,focus:i}){let{digits:s,tested:l}=e,d=Math.max(0,s.findIndex(({index:m})=>m===t)),r=0,c=0,u=null,n=()=>s[(d+r)%s.length];function p(m){u===null&&(u=m,m===n().label&&c++,a(),i("#hard-next"))}function f(){u=null,r++,r===s.length&&(r=c=0),a(),i("#hard-choices button")}function v(m,y){let{label:M,read:T,confidence:oe}=m,ae=r+1===s.length;return h`
      <p>${y===M?o.youRight:o.youWrong(M)}
        ${o.itSaid(T,Math.round(oe*100))}
        ${y===T?o.alsoYou:b}</p>
      <p class="fine">${ae?o.over(c,r+1):o.tally(c,r+1)}</p>
    `}return{get index(){return n().index},answer:p,view(){let m=n(),y=r+1===s.length;return h`
        <h3>${o.hardTitle}</h3>
        <p class="lead">${o.hardLead(s.length,$(l))}</p>
        <div class="hard">
          <div class="card hard-picture">
            <canvas id="hard-digit" role="img" aria-label=${o.hardPicture(r+1,s.length)}></canvas>
          </div>
          <div class="hard-answer">
            <div id="hard-choices" class="hard-choices" role="group"
              aria-label=${o.hardChoices} ?hidden=${u!==null}>
              ${Array.from({length:10},(M,T)=>h`<button type="button" @click=${()=>p(T)}>${T}</button>`)}
            </div>
            <div role="status">${u===null?b:v(m,u)}</div>
            ${u===null?b:h`
              <button type="button" id="hard-next" class="primary"
                @click=${f}>${y?o.again:o.next}</button>
            `}
          </div>
        </div>
      `},paint(m){let y=m.querySelector("#hard-digit");y!==null&&k(y,n().pixels)}}}var[I,Z]=[320,158],[_,q,le,A]=[38,I-8,8,118],ce=[0,.5,1],ee=4;function te(e,t){let a=e.length-1,i=r=>_+r/a*(q-_),s=r=>A-r*(A-le),l=(r,c)=>H`
      <polyline class=${c} points=${e.map((u,n)=>`${i(n)},${s(u[r])}`).join(" ")} />
      <circle class=${c} cx=${i(t)} cy=${s(e[t][r])} r="5" />
    `,d=Array.from({length:ee+1},(r,c)=>Math.round(c/ee*a));return h`
    <svg class="story-chart" viewBox="0 0 ${I} ${Z}" role="img"
      aria-label=${o.chart}>
      ${ce.map(r=>H`
          <line x1=${_} x2=${q} y1=${s(r)} y2=${s(r)} />
          <text class="of-share" x=${_-5} y=${s(r)}>${w(r)}</text>
        `)}
      ${d.map(r=>H`
          <line x1=${i(r)} x2=${i(r)} y1=${A} y2=${A+4} />
          <text class=${r===a?"last":""} x=${r===a?I:i(r)} y=${A+18}>${$(e[r].step)}</text>
        `)}
      <text x=${(_+q)/2} y=${Z-4}>${o.chartSteps}</text>
      ${l("coverage","coverage")}
      ${l("label_agreement","agreement")}
    </svg>
  `}var de=700;function re(e,t,a){let i=e.looks.length-1,s=i,l=null;function d(){l?.(),l=null}function r(){s=s===i?0:s+1,l=s===i?null:C(de,r),a()}return{view(c){let{step:u,label_agreement:n,coverage:p}=e.looks[s],f=$(u*e.images_per_step),v=o.after($(u),f);return h`
        <h2>${o.title}</h2>
        <p class="lead">${o.lead}</p>
        <div class="card story">
          <div class="story-digits" role="img" aria-label=${o.digits(u)}>
            ${Array.from({length:10},(m,y)=>h`<canvas data-digit=${y}></canvas>`)}
          </div>
          <div class="row story-controls">
            <button type="button" id="story-play" @click=${()=>{l===null?r():(d(),a())}}>${l===null?o.play:o.pause}</button>
            <label for="story-step" class="unseen">${o.progress}</label>
            <input id="story-step" type="range" min="0" max=${i} .value=${String(s)} aria-valuetext=${v} @input=${m=>{d(),s=Number(m.currentTarget.value),a()}}>
          </div>
          <p class="story-after">${v}</p>
          <div class="story-measures">
            <p class="agreement"><strong>${w(n)}</strong> ${o.agreement}</p>
            <p class="coverage"><strong>${w(p)}</strong> ${o.coverage}</p>
          </div>
          ${te(e.looks,s)}
        </div>
        <p class="fine">${o.run({preset:e.preset,epochs:e.epochs,seed:e.seed,images:$(e.training_images),beside:$(e.measured_beside)})} ${c===void 0?b:o.served(c.configuration.epochs,U(c.seconds))}</p>
      `},paint(c){c.querySelectorAll("canvas[data-digit]").forEach((n,p)=>k(n,t[s*10+p]))},stop:d}}function Ze(e,t){let a=null,i=!1,s=null;function l(){Y(d(),e),a?.story.paint(e),a?.hard.paint(e)}function d(){if(i)return h`<p class="notice" role="alert">${o.failed}
        <button type="button" @click=${r}>${o.retry}</button></p>`;if(a===null)return h`<p role="status">${o.loading}</p>`;let{story:n,hard:p,models:f}=a;return h`
      <div class="learned-part">${n.view(f?.generator.run)}</div>
      <div class="learned-part">${p.view()}</div>
      <div class="learned-part">${f===null?b:Q(f)}</div>
    `}async function r(){i=!1,l();try{let[n,p,f]=await Promise.all([G(t.fetch),X(t.fetch),j(t.fetch).catch(()=>null)]),v=await B(t.fetch,"/learned.png",10,n.looks.length);a={story:re(n,v,l),hard:c(p,s),models:f}}catch(n){console.warn("How it learned did not load:",n),i=!0}l()}function c(n,p){let f=V({hard:n,first:p,update:()=>{t.setLink({learned:String(f.index)}),l()},focus:v=>e.querySelector(v)?.focus()});return f}function u(n){n.ctrlKey||n.metaKey||n.altKey||/^\d$/.test(n.key)&&a?.hard.answer(Number(n.key))}return z(l),{show(n){let p=n.learned??"";s=/^\d{1,5}$/.test(p)?Number(p):null,addEventListener("keydown",u),(a===null||(s??a.hard.index)!==a.hard.index)&&r()},hide(){removeEventListener("keydown",u),a?.story.stop()}}}export{Ze as start};
