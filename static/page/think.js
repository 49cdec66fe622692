import{a as c,d as M}from"./chunk-014418E3.js";import{$ as W,J as H,V as R,W as U,_,a as A,aa as q,b as m,c as T,d as E,e as d,k as I,l as $,m as P,o as g,p as L,q as f,u as N,v as C}from"./chunk-72C368CF.js";var h={title:"How it reads",lead:"Draw, and watch. Each square is one thing that the network looks for, lit where it finds it.",empty:"Nothing to read yet. Draw a digit.",reads:(i,t)=>`Reads ${i}: ${t}`,readsNumber:(i,t)=>`Reads ${i}. Here is its ${t}.`,steps:{strokes:"1. Your strokes",fine:"2. Fitted to 20\xA0\xD7\xA020",seen:"3. Centred in 28\xA0\xD7\xA028"},layer:(i,t,s)=>`${i}: ${t} maps of ${s}`,types:{conv2d:"Convolution",max_pool:"Maximum pool",global_average_pool:"Average pool",pixel_shuffle:"Pixel shuffle",dense:"Dense layer",reshape:"Reshape"},outputs:"What it all adds up to, for each digit, \u201Cnot a digit\u201D and \u201Cseveral\u201D",outputLabels:["none","many"],figure:i=>`${i}, as pictures`};function D(){return c`
    <h2>${h.title}</h2>
    <p class="lead">${h.lead}</p>
    <p class="think-empty">${h.empty}</p>
  `}function z(i,t){let{strokes:s,fine:e,seen:o}=h.steps;return c`
    <h2>${h.title}</h2>
    <p class="lead">${h.lead}</p>
    <ol class="think-steps">
      ${[s,e,o].map(n=>c`
          <li>
            <canvas class="think-step" role="img" aria-label=${n}></canvas>
            <span>${n}</span>
          </li>
        `)}
    </ol>
    <div class="think-layers">
      <canvas class="think-canvas" aria-hidden="true"></canvas>
      ${i.map(n=>{let r=`${n.rows} \xD7 ${n.columns}`,l=h.types[n.type],a=h.layer(l,n.channels,r);return c`
          <figure>
            <div class="think-maps" role="img" aria-label=${h.figure(a)}></div>
            <figcaption>${a}</figcaption>
          </figure>
        `})}
    </div>
    ${t===null?"":c`
      <figure>
        <ol class="think-outputs" aria-label=${h.outputs}>
          ${Array.from(t.values,(n,r)=>c`<li><span class="think-bar"></span><span>${r<10?r:h.outputLabels[r-10]}</span></li>`)}
        </ol>
        <figcaption>${h.outputs}</figcaption>
      </figure>
    `}
  `}function G({strokes:i,answer:t}){let s=g(t);if(s===null)return i;let{box:e}=s,o=i.filter(({x:n,y:r})=>K(F(n),e.x,e.width)&&K(F(r),e.y,e.height));return o.length===0?i:o}function F(i){let t=i.reduce((e,o)=>Math.min(e,o)),s=i.reduce((e,o)=>Math.max(e,o));return(t+s)/2}function K(i,t,s){return i>=t&&i<=t+s}var w=class{#s;#e;#i;constructor(t,s,e){let o=Math.max(1,t.clientWidth),n=e.map(l=>_(l,o));n.forEach(({height:l},a)=>s[a].style.setProperty("--height",`${l}px`));let r=t.getBoundingClientRect().top;this.#e=n.map((l,a)=>({places:l,top:Math.round(s[a].getBoundingClientRect().top-r),isInSight:!1,layer:null,painted:null})),this.#i=this.#e.map((l,a)=>d(s[a],u=>{l.isInSight=u,this.#t(l)})),this.#s=new f(t,o,Math.max(1,t.clientHeight))}stop(){for(let t of this.#i)t()}paint(t,s){let e=this.#e[t];e.layer=s,this.#t(e)}#t(t){let{places:s,top:e,isInSight:o,layer:n,painted:r}=t;!o||n===null||n===r||(t.painted=n,!(r!==null&&q(n,r))&&(W(n,s,this.#s,e),this.#s.show(e,s.height)))}};var y=class{#s;#e;#i;#t=[];#o=0;#n=null;#l=!1;#r=16;#a=-1/0;constructor(t,s,e){this.#s=t,this.#e=s,this.#i=e}offer(t){this.#n=t,this.#h()}stop(){this.#t=[],this.#n=null}#h(){this.#l||(this.#l=!0,this.#e(()=>{this.#l=!1,this.#p()}))}#p(){let t=this.#i(),s=t+this.#s,e=this.#c(t);this.#o>=this.#t.length&&(this.#t=this.#n?.()??[],this.#n=null,this.#o=0);for(let n=0;n<e&&this.#o<this.#t.length&&(this.#t[this.#o++](),!(this.#i()>=s));n++);(this.#o<this.#t.length||this.#n!==null)&&this.#h()}#c(t){let s=t-this.#a;return this.#a=t,s<22?this.#r=Math.min(this.#r+.05,16):s<200&&(this.#r=Math.max(1,this.#r/2)),Math.floor(this.#r)}};var J=3,Q=new Uint8Array(28*28),V=new Uint8Array(1),k=class{#s;#e;#i;#t;#o;#n;#l;#r;#a=!1;#h=null;#p;#c;#u=new y(J,E,()=>performance.now());constructor(t,s,e){let[o,n,r]=t.querySelectorAll(".think-step");this.#s=o,this.#e=o.clientWidth,this.#i=getComputedStyle(o).color,this.#t=new f(n),this.#o=new f(r),this.#n=new w(t.querySelector(".think-canvas"),[...t.querySelectorAll(".think-maps")],s),this.#l=[...t.querySelectorAll(".think-bar")];let l=this.#l[0]?.closest("ol");this.#r=l==null?()=>{}:d(l,a=>{this.#a=a,this.#m()}),this.#p=s.map(a=>({...a,values:new Uint8Array(a.values.length)})),this.#c=e}paint(t,s){this.#u.offer(()=>this.#f(t,s,this.#c(s)))}clear(){this.#u.offer(()=>this.#f([],Q,{maps:this.#p,outputs:null}))}stop(){this.#u.stop(),this.#n.stop(),this.#r()}#f(t,s,{maps:e,outputs:o}){let[n,r]=[28,28];return[()=>{let l=R(this.#s,this.#e);U(l,t,this.#i)},()=>this.#t.paint(tt(t)),()=>this.#o.paint({width:n,height:r,pixels:s}),...e.map((l,a)=>()=>this.#n.paint(a,l)),()=>{this.#h=o,this.#m()}]}#m(){if(!this.#a)return;let t=this.#h?.values??[0],[s,e]=[Math.min(...t),Math.max(...t)];this.#l.forEach((o,n)=>{let r=((t[n]??0)-s)/(e-s||1);o.style.setProperty("--height",r.toFixed(2)),o.classList.toggle("best",t[n]===e&&e>s)})}};function tt(i){if(i.length===0)return{width:1,height:1,pixels:V};let{width:t,height:s,ink:e}=C(H(i,N)),o=new Uint8Array(e.length);for(let n=0;n<o.length;n++)o[n]=e[n]*255;return{width:t,height:s,pixels:o}}function Lt(i,t){let s=null,e=null,o=!1,n=A("think-reads",HTMLElement);function r(p){if(!o)return;let x=p===null?null:L(p.answer);if(p===null||s===null||x===null){l();return}if(e===null){let{layers:X}=s,v=Z=>st(X(Z)),{maps:O,outputs:Y}=v(x);M(z(O,Y),i),e=new k(i,O,v)}m(n,et(p.answer)),e.paint(G(p),x)}function l(){e===null?(M(D(),i),m(n,"")):(e.clear(),m(n,h.empty))}function a(){e?.stop(),e=null}function u(){a(),r(t.store.state.read)}t.store.watch(({read:p})=>p,r),T(u);let b=0;return new ResizeObserver(()=>{i.clientWidth!==b&&(b=i.clientWidth,u())}).observe(i),{show(){o=!0,u(),t.models.recognizer().then(p=>{s=p,u()},p=>console.warn("The recognizer did not load:",p))},hide:()=>o=!1}}function st(i){let t=i.at(-1);return{maps:i.filter(({rows:s,columns:e})=>s*e>1),outputs:t.rows*t.columns===1?t:null}}function et(i){let t=g(i);if(t!==null)return h.readsNumber($(i),t.digit);let s=P(i);return I(i)==="unknown"?s:h.reads($(i),s)}export{Lt as start};
