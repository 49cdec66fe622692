import{a as c,d as k}from"./chunk-014418E3.js";import{H as O,T as P,U as C,Y as R,Z as _,_ as H,a as M,b as y,c as v,d as T,e as m,k as b,l as E,m as A,o as u,s as I,t as L}from"./chunk-CF9AA77A.js";var l={title:"How it reads",lead:"Draw, and watch. Each square is one thing that the network looks for, lit where it finds it.",empty:"Nothing to read yet. Draw a digit.",reads:(o,t)=>`Reads ${o}: ${t}`,steps:{strokes:"1. Your strokes",fine:"2. Fitted to 20\xA0\xD7\xA020",seen:"3. Centred in 28\xA0\xD7\xA028"},layer:(o,t,s)=>`${o}: ${t} maps of ${s}`,types:{conv2d:"Convolution",max_pool:"Maximum pool",global_average_pool:"Average pool",pixel_shuffle:"Pixel shuffle",dense:"Dense layer",reshape:"Reshape"},outputs:"What it all adds up to, for each digit, \u201Cnot a digit\u201D and \u201Cseveral\u201D",outputLabels:["none","many"],figure:o=>`${o}, as pictures`};function B(){return c`
    <h2>${l.title}</h2>
    <p class="lead">${l.lead}</p>
    <p class="think-empty">${l.empty}</p>
  `}function D(o,t){let{strokes:s,fine:i,seen:n}=l.steps;return c`
    <h2>${l.title}</h2>
    <p class="lead">${l.lead}</p>
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
      ${o.map(e=>{let r=`${e.rows} \xD7 ${e.columns}`,a=l.types[e.type],h=l.layer(a,e.channels,r);return c`
          <figure>
            <div class="think-maps" role="img" aria-label=${l.figure(h)}></div>
            <figcaption>${h}</figcaption>
          </figure>
        `})}
    </div>
    ${t===null?"":c`
      <figure>
        <ol class="think-outputs" aria-label=${l.outputs}>
          ${Array.from(t.values,(e,r)=>c`<li><span class="think-bar"></span><span>${r<10?r:l.outputLabels[r-10]}</span></li>`)}
        </ol>
        <figcaption>${l.outputs}</figcaption>
      </figure>
    `}
  `}var d=class{#s;#e;#i;constructor(t,s,i){let n=Math.max(1,t.clientWidth),e=i.map(a=>R(a,n));e.forEach(({height:a},h)=>s[h].style.setProperty("--height",`${a}px`));let r=t.getBoundingClientRect().top;this.#e=e.map((a,h)=>({places:a,top:Math.round(s[h].getBoundingClientRect().top-r),isInSight:!1,layer:null,painted:null})),this.#i=this.#e.map((a,h)=>m(s[h],f=>{a.isInSight=f,this.#t(a)})),this.#s=new u(t,n,Math.max(1,t.clientHeight))}stop(){for(let t of this.#i)t()}paint(t,s){let i=this.#e[t];i.layer=s,this.#t(i)}#t(t){let{places:s,top:i,isInSight:n,layer:e,painted:r}=t;!n||e===null||e===r||(t.painted=e,!(r!==null&&H(e,r))&&(_(e,s,this.#s,i),this.#s.show(i,s.height)))}};var g=class{#s;#e;#i;#t=[];#n=0;#o=null;#a=!1;#r=16;#l=-1/0;constructor(t,s,i){this.#s=t,this.#e=s,this.#i=i}offer(t){this.#o=t,this.#h()}stop(){this.#t=[],this.#o=null}#h(){this.#a||(this.#a=!0,this.#e(()=>{this.#a=!1,this.#p()}))}#p(){let t=this.#i(),s=t+this.#s,i=this.#c(t);this.#n>=this.#t.length&&(this.#t=this.#o?.()??[],this.#o=null,this.#n=0);for(let e=0;e<i&&this.#n<this.#t.length&&(this.#t[this.#n++](),!(this.#i()>=s));e++);(this.#n<this.#t.length||this.#o!==null)&&this.#h()}#c(t){let s=t-this.#l;return this.#l=t,s<22?this.#r=Math.min(this.#r+.05,16):s<200&&(this.#r=Math.max(1,this.#r/2)),Math.floor(this.#r)}};var K=3,w=class{#s;#e;#i;#t;#n;#o;#a;#r;#l=!1;#h=null;#p;#c=new g(K,T,()=>performance.now());constructor(t,s,i){let[n,e,r]=t.querySelectorAll(".think-step");this.#s=n,this.#e=n.clientWidth,this.#i=getComputedStyle(n).color,this.#t=new u(e),this.#n=new u(r),this.#o=new d(t.querySelector(".think-canvas"),[...t.querySelectorAll(".think-maps")],s),this.#a=[...t.querySelectorAll(".think-bar")];let a=this.#a[0]?.closest("ol");this.#r=a==null?()=>{}:m(a,h=>{this.#l=h,this.#u()}),this.#p=i}paint(t,s){this.#c.offer(()=>this.#f(t,s))}stop(){this.#c.stop(),this.#o.stop(),this.#r()}#f(t,s){let{maps:i,outputs:n}=this.#p(s),[e,r]=[28,28];return[()=>{let a=P(this.#s,this.#e);C(a,t,this.#i)},()=>this.#t.paint(G(t)),()=>this.#n.paint({width:e,height:r,pixels:s}),...i.map((a,h)=>()=>this.#o.paint(h,a)),()=>{this.#h=n,this.#u()}]}#u(){if(this.#h===null||!this.#l)return;let{values:t}=this.#h,[s,i]=[Math.min(...t),Math.max(...t)];this.#a.forEach((n,e)=>{let r=(t[e]-s)/(i-s||1);n.style.setProperty("--height",r.toFixed(2)),n.classList.toggle("best",t[e]===i)})}};function G(o){let{width:t,height:s,ink:i}=L(O(o,I)),n=new Uint8Array(i.length);for(let e=0;e<n.length;e++)n[e]=i[e]*255;return{width:t,height:s,pixels:n}}function $t(o,t){let s=null,i=null,n=!1,e=M("think-reads",HTMLElement);function r(p){if(!n)return;if(p===null||s===null||p.answer.seen===null){a(),k(B(),o),y(e,"");return}let{seen:S}=p.answer;if(i===null){let{layers:U}=s,$=z=>X(U(z)),{maps:x,outputs:W}=$(S);k(D(x,W),o),i=new w(o,x,$)}y(e,Y(p.answer)),i.paint(p.strokes,S)}function a(){i?.stop(),i=null}function h(){a(),r(t.store.state.read)}t.store.watch(({read:p})=>p,r),v(h);let f=0;return new ResizeObserver(()=>{o.clientWidth!==f&&(f=o.clientWidth,h())}).observe(o),{show(){n=!0,h(),t.models.recognizer().then(p=>{s=p,h()},p=>console.warn("The recognizer did not load:",p))},hide:()=>n=!1}}function X(o){let t=o.at(-1);return{maps:o.filter(({rows:s,columns:i})=>s*i>1),outputs:t.rows*t.columns===1?t:null}}function Y(o){let t=A(o);return b(o)==="unknown"?t:l.reads(E(o),t)}export{$t as start};
