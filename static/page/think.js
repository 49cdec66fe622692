import{a as u,d as M}from"./chunk-014418E3.js";import{$ as _,J as C,V as H,W as R,_ as U,a as O,aa as W,b as x,c as A,d as T,e as m,k as E,l as $,m as I,o as d,p as P,q as c,u as L,v as N}from"./chunk-72C368CF.js";var h={title:"How it reads",lead:"Draw, and watch. Each square is one thing that the network looks for, lit where it finds it.",empty:"Nothing to read yet. Draw a digit.",reads:(i,t)=>`Reads ${i}: ${t}`,readsNumber:(i,t)=>`Reads ${i}. Here is its ${t}.`,steps:{strokes:"1. Your strokes",fine:"2. Fitted to 20\xA0\xD7\xA020",seen:"3. Centred in 28\xA0\xD7\xA028"},layer:(i,t,s)=>`${i}: ${t} maps of ${s}`,types:{conv2d:"Convolution",max_pool:"Maximum pool",global_average_pool:"Average pool",pixel_shuffle:"Pixel shuffle",dense:"Dense layer",reshape:"Reshape"},outputs:"What it all adds up to, for each digit, \u201Cnot a digit\u201D and \u201Cseveral\u201D",outputLabels:["none","many"],figure:i=>`${i}, as pictures`};function B(){return u`
    <h2>${h.title}</h2>
    <p class="lead">${h.lead}</p>
    <p class="think-empty">${h.empty}</p>
  `}function D(i,t){let{strokes:s,fine:e,seen:o}=h.steps;return u`
    <h2>${h.title}</h2>
    <p class="lead">${h.lead}</p>
    <ol class="think-steps">
      ${[s,e,o].map(n=>u`
          <li>
            <canvas class="think-step" role="img" aria-label=${n}></canvas>
            <span>${n}</span>
          </li>
        `)}
    </ol>
    <div class="think-layers">
      <canvas class="think-canvas" aria-hidden="true"></canvas>
      ${i.map(n=>{let r=`${n.rows} \xD7 ${n.columns}`,a=h.types[n.type],l=h.layer(a,n.channels,r);return u`
          <figure>
            <div class="think-maps" role="img" aria-label=${h.figure(l)}></div>
            <figcaption>${l}</figcaption>
          </figure>
        `})}
    </div>
    ${t===null?"":u`
      <figure>
        <ol class="think-outputs" aria-label=${h.outputs}>
          ${Array.from(t.values,(n,r)=>u`<li><span class="think-bar"></span><span>${r<10?r:h.outputLabels[r-10]}</span></li>`)}
        </ol>
        <figcaption>${h.outputs}</figcaption>
      </figure>
    `}
  `}function K({strokes:i,answer:t}){let s=d(t);if(s===null)return i;let{box:e}=s,o=i.filter(({x:n,y:r})=>F(z(n),e.x,e.width)&&F(z(r),e.y,e.height));return o.length===0?i:o}function z(i){let t=i.reduce((e,o)=>Math.min(e,o)),s=i.reduce((e,o)=>Math.max(e,o));return(t+s)/2}function F(i,t,s){return i>=t&&i<=t+s}var g=class{#s;#e;#i;constructor(t,s,e){let o=Math.max(1,t.clientWidth),n=e.map(a=>U(a,o));n.forEach(({height:a},l)=>s[l].style.setProperty("--height",`${a}px`));let r=t.getBoundingClientRect().top;this.#e=n.map((a,l)=>({places:a,top:Math.round(s[l].getBoundingClientRect().top-r),isInSight:!1,layer:null,painted:null})),this.#i=this.#e.map((a,l)=>m(s[l],f=>{a.isInSight=f,this.#t(a)})),this.#s=new c(t,o,Math.max(1,t.clientHeight))}stop(){for(let t of this.#i)t()}paint(t,s){let e=this.#e[t];e.layer=s,this.#t(e)}#t(t){let{places:s,top:e,isInSight:o,layer:n,painted:r}=t;!o||n===null||n===r||(t.painted=n,!(r!==null&&W(n,r))&&(_(n,s,this.#s,e),this.#s.show(e,s.height)))}};var w=class{#s;#e;#i;#t=[];#o=0;#n=null;#l=!1;#r=16;#a=-1/0;constructor(t,s,e){this.#s=t,this.#e=s,this.#i=e}offer(t){this.#n=t,this.#h()}stop(){this.#t=[],this.#n=null}#h(){this.#l||(this.#l=!0,this.#e(()=>{this.#l=!1,this.#p()}))}#p(){let t=this.#i(),s=t+this.#s,e=this.#u(t);this.#o>=this.#t.length&&(this.#t=this.#n?.()??[],this.#n=null,this.#o=0);for(let n=0;n<e&&this.#o<this.#t.length&&(this.#t[this.#o++](),!(this.#i()>=s));n++);(this.#o<this.#t.length||this.#n!==null)&&this.#h()}#u(t){let s=t-this.#a;return this.#a=t,s<22?this.#r=Math.min(this.#r+.05,16):s<200&&(this.#r=Math.max(1,this.#r/2)),Math.floor(this.#r)}};var j=3,J=new Uint8Array(28*28),Q=new Uint8Array(1),S=class{#s;#e;#i;#t;#o;#n;#l;#r;#a=!1;#h=null;#p;#u;#c=new w(j,T,()=>performance.now());constructor(t,s,e){let[o,n,r]=t.querySelectorAll(".think-step");this.#s=o,this.#e=o.clientWidth,this.#i=getComputedStyle(o).color,this.#t=new c(n),this.#o=new c(r),this.#n=new g(t.querySelector(".think-canvas"),[...t.querySelectorAll(".think-maps")],s),this.#l=[...t.querySelectorAll(".think-bar")];let a=this.#l[0]?.closest("ol");this.#r=a==null?()=>{}:m(a,l=>{this.#a=l,this.#m()}),this.#p=s.map(l=>({...l,values:new Uint8Array(l.values.length)})),this.#u=e}paint(t,s){this.#c.offer(()=>this.#f(t,s,this.#u(s)))}clear(){this.#c.offer(()=>this.#f([],J,{maps:this.#p,outputs:null}))}stop(){this.#c.stop(),this.#n.stop(),this.#r()}#f(t,s,{maps:e,outputs:o}){let[n,r]=[28,28];return[()=>{let a=H(this.#s,this.#e);R(a,t,this.#i)},()=>this.#t.paint(V(t)),()=>this.#o.paint({width:n,height:r,pixels:s}),...e.map((a,l)=>()=>this.#n.paint(l,a)),()=>{this.#h=o,this.#m()}]}#m(){if(!this.#a)return;let t=this.#h?.values??[0],[s,e]=[Math.min(...t),Math.max(...t)];this.#l.forEach((o,n)=>{let r=((t[n]??0)-s)/(e-s||1);o.style.setProperty("--height",r.toFixed(2)),o.classList.toggle("best",t[n]===e&&e>s)})}};function V(i){if(i.length===0)return{width:1,height:1,pixels:Q};let{width:t,height:s,ink:e}=N(C(i,L)),o=new Uint8Array(e.length);for(let n=0;n<o.length;n++)o[n]=e[n]*255;return{width:t,height:s,pixels:o}}function Pt(i,t){let s=null,e=null,o=!1,n=O("think-reads",HTMLElement);function r(p){if(!o)return;let k=p===null?null:P(p.answer);if(p===null||s===null||k===null){e===null?M(B(),i):e.clear(),x(n,e===null?"":h.empty);return}if(e===null){let{layers:G}=s,b=Y=>tt(G(Y)),{maps:v,outputs:X}=b(k);M(D(v,X),i),e=new S(i,v,b)}x(n,st(p.answer)),e.paint(K(p),k)}function a(){e?.stop(),e=null}function l(){a(),r(t.store.state.read)}t.store.watch(({read:p})=>p,r),A(l);let f=0;return new ResizeObserver(()=>{i.clientWidth!==f&&(f=i.clientWidth,l())}).observe(i),{show(){o=!0,l(),t.models.recognizer().then(p=>{s=p,l()},p=>console.warn("The recognizer did not load:",p))},hide:()=>o=!1}}function tt(i){let t=i.at(-1);return{maps:i.filter(({rows:s,columns:e})=>s*e>1),outputs:t.rows*t.columns===1?t:null}}function st(i){let t=d(i);if(t!==null)return h.readsNumber($(i),t.digit);let s=I(i);return E(i)==="unknown"?s:h.reads($(i),s)}export{Pt as start};
