import{b as L,e as C,f as y}from"./chunk-C60A863C.js";import{a as M,b as _}from"./chunk-06E09D22.js";import{a as c,c as p,d as A}from"./chunk-014418E3.js";import{a as I}from"./chunk-7E4D5263.js";import{c as T,ca as w,g as R}from"./chunk-1439A54F.js";var r={title:"Real or made?",lead:"Five of these ten digits were written by people, five by the network on this page. Can you tell?",loading:"Loading the pictures\u2026",failed:"The pictures did not load. Are you online?",retry:"Try again",question:(e,t)=>`Picture ${e} of ${t}: who wrote it?`,picture:e=>`A handwritten ${e}`,real:"A person",made:"The network",keyReal:"real",keyMade:"made",next:"Next picture",toScore:"See your score",right:"Right.",wrong:"Wrong.",wasReal:e=>`This ${e} is real: one of the 10,000 test images of MNIST, written by a census worker or a student around 1990.`,wasMade:e=>`This ${e} was made: nobody ever wrote it, the network drew it from random numbers.`,score:(e,t)=>`${e} of ${t}`,guessing:"Guessing gets 5 on average.",luck:(e,t)=>`Guessing gets ${e} or more ${t}% of the time.`,verdicts:{sure:"You can tell them apart.",better:"A little better than guessing.",guess:"No better than guessing: the network fooled you.",reversed:"Worse than guessing: you see a difference, but take it the wrong way round."},network:e=>`A network that was trained to tell them apart is right ${e}% of the time.`,answers:"The ten pictures",answer:(e,t,n)=>`${e}, ${t}: you were ${n?"right":"wrong"}`,kinds:{real:"real",made:"made"},same:"More from its seed",again:"Ten more",share:"Share this quiz",shareText:(e,t)=>`I told ${e} of ${t} handwritten digits from made ones. Can you?`};var u=10,k=8;function b(e){let t=I(e),n=Array.from({length:u},(i,l)=>l);t.shuffle(n);let o=Array.from({length:10*k},(i,l)=>l);return t.shuffle(o),n.map((i,l)=>{if(i%2===0){let h=t.uint32();return{kind:"made",digit:t.below(10),seed:h}}let s=o[l];return{kind:"real",digit:Math.floor(s/k),place:s}})}function U(e){let t=0,n=1;for(let o=0;o<=u;o++)o>=e&&(t+=n),n=n*(u-o)/(o+1);return t/2**u}var F="/real_digits.png";async function O(e){let[t,n]=await Promise.all([_(e.fetch,F,k,10),e.models.generator()]);return o=>o.kind==="real"?t[o.place]:n.generate({digits:[o.digit],seed:o.seed})}function Q({at:e,question:t,answered:n,answer:o,next:i}){return c`
    <div class="quiz-question">
      <p class="quiz-count">${r.question(e+1,u)}</p>
      <div class="card quiz-picture">
        <canvas data-question=${e} role="img"
          aria-label=${r.picture(t.digit)}></canvas>
      </div>
      <div class="quiz-answer">
        ${n===null?P(o):p}
        <div role="status">${n===null?p:Z(t,n)}</div>
        ${n===null?p:c`
          <button type="button" id="quiz-next" class="primary"
            @click=${i}>${e+1===u?r.toScore:r.next}</button>
        `}
      </div>
    </div>
  `}function P(e){return c`
    <div class="row quiz-buttons">
      <button type="button" id="quiz-real" @click=${()=>e("real")}>${r.real}</button>
      <button type="button" id="quiz-made" @click=${()=>e("made")}>${r.made}</button>
    </div>
    <p class="quiz-keys"><kbd>R</kbd> ${r.keyReal} <kbd>M</kbd> ${r.keyMade}</p>
  `}function Z({digit:e,kind:t},n){let o=n===t,i=t==="real"?r.wasReal(e):r.wasMade(e);return c`
    <p><strong class=${o?"right":"wrong"}>${o?r.right:r.wrong}</strong> ${i}</p>
  `}var H=8,B=7,G=2;function N({questions:e,answers:t,network:n,url:o,again:i}){let l=m=>t[m]===e[m].kind,s=e.filter((m,f)=>l(f)).length,h=s>=H?r.verdicts.sure:s>=B?r.verdicts.better:s<=G?r.verdicts.reversed:r.verdicts.guess;return c`
    <p id="quiz-score" tabindex="-1">${r.score(s,u)}</p>
    <p><strong>${h}</strong>
      ${r.guessing}
      ${s<=u/2?p:r.luck(s,Y(U(s)))}
      ${n===null?p:r.network(Math.round(n*100))}</p>
    <div class="row quiz-again">
      <button type="button" id="quiz-again" class="primary" @click=${i}>${r.again}</button>
      ${L(r.share,()=>({url:o(),text:r.shareText(s,u)}))}
    </div>
    <h3>${r.answers}</h3>
    <ol class="quiz-answers">${e.map((m,f)=>W(m,f,l(f)))}</ol>
  `}function W(e,t,n){let{digit:o,kind:i}=e;return c`
    <li class="card" data-right=${n}>
      <canvas data-question=${t} role="img" aria-label=${r.answer(o,i,n)}></canvas>
      <span aria-hidden="true">${n?"\u2713":"\u2717"} ${r.kinds[i]}</span>
      ${e.kind==="real"?p:c`
        <a href=${w({digit:String(o),seed:String(e.seed)})}>${r.same}</a>
      `}
    </li>
  `}function Y(e){let t=e*100;return t<2?t.toFixed(1):String(Math.round(t))}var D={r:"real",m:"made"};function Ee(e,t){let n=y(),o=b(n),i=[],l=!1,s=null,h=!1,m=null,f=()=>({quiz:String(n)});function S(a){n=a,o=b(n),i=[],l=!1,t.setLink(f()),g()}function v(a){s===null||l||i.length===u||(i.push(a),l=!0,g(),q("#quiz-next"))}function V(){l=!1,g(),q(i.length===u?"#quiz-score":"#quiz-real")}function q(a){e.querySelector(a)?.focus()}function x(a){let d=D[a.key.toLowerCase()];a.ctrlKey||a.metaKey||a.altKey||d!==void 0&&v(d)}function g(){A(c`
        <h2>${r.title}</h2>
        <p class="lead">${r.lead}</p>
        ${K()}
      `,e),E()}function K(){if(h)return c`<p class="notice" role="alert">${r.failed}
        <button type="button" @click=${z}>${r.retry}</button></p>`;if(s===null)return c`<p role="status">${r.loading}</p>`;if(i.length===u&&!l)return N({questions:o,answers:i,network:m,url:()=>new URL(w(f()),location.href).href,again:()=>S(y())});let a=i.length-(l?1:0);return Q({at:a,question:o[a],answered:i[a]??null,answer:v,next:V})}function E(){if(s===null)return;let a=e.querySelectorAll("canvas[data-question]");for(let d of a)R(d,s(o[Number(d.dataset.question)]))}async function z(){h=!1,g();try{s=await O(t)}catch(d){console.warn("The quiz did not load:",d),h=!0}g(),m=(await M(t.fetch).catch(()=>null))?.generator.quality?.int8.two_sample_accuracy??null}return T(E),{show(a){let d=C(a.quiz??"");d!==null&&d!==n?S(d):t.setLink(f()),addEventListener("keydown",x),s===null&&z()},hide:()=>removeEventListener("keydown",x)}}export{Ee as start};
