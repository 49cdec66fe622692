import{a as c,d as w}from"./chunk-014418E3.js";import{G as O,S as P,T as C,X as I,Y as R,Z as _,a as S,b as g,c as M,d as T,j as b,k as E,l as A,n as u,r as v,s as L}from"./chunk-316D8FFF.js";var a={title:"How it reads",lead:"Draw, and watch. Each square is one thing that the network looks for, lit where it finds it.",empty:"Nothing to read yet. Draw a digit.",reads:(o,t)=>`Reads ${o}: ${t}`,steps:{strokes:"1. Your strokes",fine:"2. Fitted to 20\xA0\xD7\xA020",seen:"3. Centred in 28\xA0\xD7\xA028"},layer:(o,t,s)=>`${o}: ${t} maps of ${s}`,types:{conv2d:"Convolution",max_pool:"Maximum pool",global_average_pool:"Average pool",pixel_shuffle:"Pixel shuffle",dense:"Dense layer",reshape:"Reshape"},outputs:"What it all adds up to, for each digit, \u201Cnot a digit\u201D and \u201Cseveral\u201D",outputLabels:["none","many"],figure:o=>`${o}, as pictures`};function q(){return c`
    <h2>${a.title}</h2>
    <p class="lead">${a.lead}</p>
    <p class="think-empty">${a.empty}</p>
  `}function D(o,t){let{strokes:s,fine:i,seen:n}=a.steps;return c`
    <h2>${a.title}</h2>
    <p class="lead">${a.lead}</p>
    <ol class="think-steps">
      ${[s,i,n].map(e=>c`
          <li>
            <canvas class="think-step" role="img" aria-label=${e}></canvas>
            <span>${e}</span>
          </li>
        `)}
    </ol>
    <div class="think-layers">
      <canvas class="think-canvas" aria-hidden="true"></canvas>
      ${o.map(e=>{let r=`${e.rows} \xD7 ${e.columns}`,h=a.types[e.type],l=a.layer(h,e.channels,r);return c`
          <figure>
            <div class="think-maps" role="img" aria-label=${a.figure(l)}></div>
            <figcaption>${l}</figcaption>
          </figure>
        `})}
    </div>
    ${t===null?"":c`
      <figure>
        <ol class="think-outputs" aria-label=${a.outputs}>
          ${Array.from(t.values,(e,r)=>c`<li><span class="think-bar"></span><span>${r<10?r:a.outputLabels[r-10]}</span></li>`)}
        </ol>
        <figcaption>${a.outputs}</figcaption>
      </figure>
    `}
  `}var f=class{#t;#e;constructor(t,s,i){let n=Math.max(1,t.clientWidth),e=i.map(h=>I(h,n));e.forEach(({height:h},l)=>s[l].style.setProperty("--height",`${h}px`));let r=t.getBoundingClientRect().top;this.#e=e.map((h,l)=>({places:h,top:Math.round(s[l].getBoundingClientRect().top-r),shown:null})),this.#t=new u(t,n,Math.max(1,t.clientHeight))}paint(t,s){let i=this.#e[t],{places:n,top:e,shown:r}=i;i.shown=s,!(r!==null&&_(s,r))&&(R(s,n,this.#t,e),this.#t.show(e,n.height))}};var m=class{#t;#e;#r;#s=[];#i=0;#o=null;#a=!1;#n=16;#h=-1/0;constructor(t,s,i){this.#t=t,this.#e=s,this.#r=i}offer(t){this.#o=t,this.#l()}stop(){this.#s=[],this.#o=null}#l(){this.#a||(this.#a=!0,this.#e(()=>{this.#a=!1,this.#p()}))}#p(){let t=this.#r(),s=t+this.#t,i=this.#c(t);this.#i>=this.#s.length&&(this.#s=this.#o?.()??[],this.#o=null,this.#i=0);for(let e=0;e<i&&this.#i<this.#s.length&&(this.#s[this.#i++](),!(this.#r()>=s));e++);(this.#i<this.#s.length||this.#o!==null)&&this.#l()}#c(t){let s=t-this.#h;return this.#h=t,s<22?this.#n=Math.min(this.#n+.05,16):s<200&&(this.#n=Math.max(1,this.#n/2)),Math.floor(this.#n)}};var B=3,d=class{#t;#e;#r;#s;#i;#o;#a;#n;#h=new m(B,T,()=>performance.now());constructor(t,s,i){let[n,e,r]=t.querySelectorAll(".think-step");this.#t=n,this.#e=n.clientWidth,this.#r=getComputedStyle(n).color,this.#s=new u(e),this.#i=new u(r),this.#o=new f(t.querySelector(".think-canvas"),[...t.querySelectorAll(".think-maps")],s),this.#a=[...t.querySelectorAll(".think-bar")],this.#n=i}paint(t,s){this.#h.offer(()=>this.#l(t,s))}stop(){this.#h.stop()}#l(t,s){let{maps:i,outputs:n}=this.#n(s),[e,r]=[28,28];return[()=>{let h=P(this.#t,this.#e);C(h,t,this.#r)},()=>this.#s.paint(K(t)),()=>this.#i.paint({width:e,height:r,pixels:s}),...i.map((h,l)=>()=>this.#o.paint(l,h)),()=>n&&this.#p(n)]}#p({values:t}){let[s,i]=[Math.min(...t),Math.max(...t)];this.#a.forEach((n,e)=>{let r=(t[e]-s)/(i-s||1);n.style.setProperty("--height",r.toFixed(2)),n.classList.toggle("best",t[e]===i)})}};function K(o){let{width:t,height:s,ink:i}=L(O(o,v)),n=new Uint8Array(i.length);for(let e=0;e<n.length;e++)n[e]=i[e]*255;return{width:t,height:s,pixels:n}}function yt(o,t){let s=null,i=null,n=!1,e=S("think-reads",HTMLElement);function r(p){if(!n)return;if(p===null||s===null||p.answer.seen===null){h(),w(q(),o),g(e,"");return}let{seen:y}=p.answer;if(i===null){let{layers:U}=s,$=z=>G(U(z)),{maps:x,outputs:W}=$(y);w(D(x,W),o),i=new d(o,x,$)}g(e,X(p.answer)),i.paint(p.strokes,y)}function h(){i?.stop(),i=null}function l(){h(),r(t.store.state.read)}t.store.watch(({read:p})=>p,r),M(l);let k=0;return new ResizeObserver(()=>{o.clientWidth!==k&&(k=o.clientWidth,l())}).observe(o),{show(){n=!0,l(),t.models.recognizer().then(p=>{s=p,l()},p=>console.warn("The recognizer did not load:",p))},hide:()=>n=!1}}function G(o){let t=o.at(-1);return{maps:o.filter(({rows:s,columns:i})=>s*i>1),outputs:t.rows*t.columns===1?t:null}}function X(o){let t=A(o);return b(o)==="unknown"?t:a.reads(E(o),t)}export{yt as start};
