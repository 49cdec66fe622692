import{b as C,e as I,f as b}from"./chunk-D333D8DF.js";import{a as M,b as _}from"./chunk-0241EEBB.js";import{a as c,c as p,d as A}from"./chunk-014418E3.js";import{a as L}from"./chunk-7E4D5263.js";import{c as T,h as R,ka as $}from"./chunk-72C368CF.js";var r={title:"Real or made?",lead:"Five of these ten digits were written by people, five by the network on this page. Can you tell?",loading:"Loading the pictures\u2026",failed:"The pictures did not load. Are you online?",retry:"Try again",question:(e,t)=>`Picture ${e} of ${t}: who wrote it?`,picture:e=>`A handwritten ${e}`,real:"A person",made:"The network",keyReal:"real",keyMade:"made",next:"Next picture",toScore:"See your score",right:"Right.",wrong:"Wrong.",wasReal:e=>`This ${e} is real: one of the 10,000 test images of MNIST, written by a census worker or a student around 1990.`,wasMade:e=>`This ${e} was made: nobody ever wrote it, the network drew it from random numbers.`,score:(e,t)=>`${e} of ${t}`,guessing:"Guessing gets 5 on average.",luck:(e,t)=>`Guessing gets ${e} or more ${t}% of the time.`,verdicts:{sure:"You can tell them apart.",better:"A little better than guessing.",guess:"No better than guessing: the network fooled you.",reversed:"Worse than guessing: you see a difference, but take it the wrong way round."},network:e=>`A network that was trained to tell them apart is right ${e}% of the time.`,answers:"The ten pictures",answer:(e,t,n)=>`${e}, ${t}: you were ${n?"right":"wrong"}`,kinds:{real:"real",made:"made"},same:"More from its seed",again:"Ten more",share:"Share this quiz",shareText:(e,t)=>`I told ${e} of ${t} handwritten digits from made ones. Can you?`};var s=10,k=8;function S(e){let t=L(e),n=Array.from({length:s},(i,u)=>u);t.shuffle(n);let o=Array.from({length:10*k},(i,u)=>u);return t.shuffle(o),n.map((i,u)=>{if(i%2===0){let l=t.uint32();return{kind:"made",digit:t.below(10),seed:l}}let d=o[u];return{kind:"real",digit:Math.floor(d/k),place:d}})}function U(e){let t=0,n=1;for(let o=0;o<=s;o++)o>=e&&(t+=n),n=n*(s-o)/(o+1);return t/2**s}var F="/real_digits.png";async function O(e){let[t,n]=await Promise.all([_(e.fetch,F,k,10),e.models.generator()]);return o=>o.kind==="real"?t[o.place]:n.generate({digits:[o.digit],seed:o.seed})}function Q({at:e,question:t,answered:n,answer:o,next:i}){return c`
    <div class="quiz-question">
      <p id="quiz-count" class="quiz-count">${r.question(e+1,s)}</p>
      <div class="card quiz-picture">
        <canvas data-question=${e} role="img"
          aria-label=${r.picture(t.digit)}></canvas>
      </div>
      <div class="quiz-answer">
        ${n===null?P(o):p}
        <div role="status">${n===null?p:Z(t,n)}</div>
        ${n===null?p:c`
          <button type="button" id="quiz-next" class="primary"
            @click=${i}>${e+1===s?r.toScore:r.next}</button>
        `}
      </div>
    </div>
  `}function P(e){return c`
    <div class="row quiz-buttons">
      <button type="button" id="quiz-real" aria-describedby="quiz-count"
        @click=${()=>e("real")}>${r.real}</button>
      <button type="button" id="quiz-made" aria-describedby="quiz-count"
        @click=${()=>e("made")}>${r.made}</button>
    </div>
    <p class="quiz-keys"><kbd>R</kbd> ${r.keyReal} <kbd>M</kbd> ${r.keyMade}</p>
  `}function Z({digit:e,kind:t},n){let o=n===t,i=t==="real"?r.wasReal(e):r.wasMade(e);return c`
    <p><strong class=${o?"right":"wrong"}>${o?r.right:r.wrong}</strong> ${i}</p>
  `}var H=8,B=7,G=2;function N({questions:e,answers:t,network:n,url:o,again:i,announce:u}){let d=f=>t[f]===e[f].kind,l=e.filter((f,h)=>d(h)).length,w=l>=H?r.verdicts.sure:l>=B?r.verdicts.better:l<=G?r.verdicts.reversed:r.verdicts.guess;return c`
    <p id="quiz-score" tabindex="-1">${r.score(l,s)}</p>
    <p><strong>${w}</strong>
      ${r.guessing}
      ${l<=s/2?p:r.luck(l,Y(U(l)))}
      ${n===null?p:r.network(Math.round(n*100))}</p>
    <div class="row quiz-again">
      <button type="button" id="quiz-again" class="primary" @click=${i}>${r.again}</button>
      ${C(r.share,()=>({url:o(),text:r.shareText(l,s)}),u)}
    </div>
    <h3>${r.answers}</h3>
    <ol class="quiz-answers">${e.map((f,h)=>W(f,h,d(h)))}</ol>
  `}function W(e,t,n){let{digit:o,kind:i}=e;return c`
    <li class="card" data-right=${n}>
      <canvas data-question=${t} role="img" aria-label=${r.answer(o,i,n)}></canvas>
      <span aria-hidden="true">${n?"\u2713":"\u2717"} ${r.kinds[i]}</span>
      ${e.kind==="real"?p:c`
        <a href=${$({digit:String(o),seed:String(e.seed)})}>${r.same}</a>
      `}
    </li>
  `}function Y(e){let t=e*100;return t<2?t.toFixed(1):String(Math.round(t))}var D={r:"real",m:"made"};function ze(e,t){let n=b(),o=S(n),i=[],u=!1,d=null,l=!1,w=null,f=()=>({quiz:String(n)});function h(a){n=a,o=S(n),i=[],u=!1,t.setLink(f()),g()}function q(a){d===null||u||i.length===s||(i.push(a),u=!0,g(),v("#quiz-next"))}function V(){u=!1,g(),v(i.length===s?"#quiz-score":"#quiz-real")}function v(a){e.querySelector(a)?.focus()}function x(a){let m=D[a.key.toLowerCase()];a.ctrlKey||a.metaKey||a.altKey||m!==void 0&&q(m)}function g(){A(c`
        <h2>${r.title}</h2>
        <p class="lead">${r.lead}</p>
        ${K()}
      `,e),z()}function K(){if(l)return c`<p class="notice" role="alert">${r.failed}
        <button type="button" @click=${E}>${r.retry}</button></p>`;if(d===null)return c`<p role="status">${r.loading}</p>`;if(i.length===s&&!u)return N({questions:o,answers:i,network:w,url:()=>new URL($(f()),location.href).href,again:()=>h(b()),announce:t.announce});let a=i.length-(u?1:0);return Q({at:a,question:o[a],answered:i[a]??null,answer:q,next:V})}function z(){if(d===null)return;let a=e.querySelectorAll("canvas[data-question]");for(let m of a)R(m,d(o[Number(m.dataset.question)]))}async function E(){l=!1,g();try{d=await O(t)}catch(m){console.warn("The quiz did not load:",m),l=!0}g(),w=(await M(t.fetch).catch(()=>null))?.generator.quality?.int8.two_sample_accuracy??null}return T(z),{show(a){let m=I(a.quiz??"");m!==null&&m!==n?h(m):t.setLink(f()),addEventListener("keydown",x),d===null&&E()},hide:()=>removeEventListener("keydown",x)}}export{ze as start};
