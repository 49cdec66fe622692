import{a as c,d as $}from"./chunk-014418E3.js";import{H as P,T as C,U as N,Y as U,Z as _,_ as H,a as v,b as S,c as A,d as T,e as m,k as b,l as E,m as I,o as u,s as O,t as L}from"./chunk-CF9AA77A.js";var h={title:"How it reads",lead:"Draw, and watch. Each square is one thing that the network looks for, lit where it finds it.",empty:"Nothing to read yet. Draw a digit.",reads:(o,t)=>`Reads ${o}: ${t}`,steps:{strokes:"1. Your strokes",fine:"2. Fitted to 20\xA0\xD7\xA020",seen:"3. Centred in 28\xA0\xD7\xA028"},layer:(o,t,s)=>`${o}: ${t} maps of ${s}`,types:{conv2d:"Convolution",max_pool:"Maximum pool",global_average_pool:"Average pool",pixel_shuffle:"Pixel shuffle",dense:"Dense layer",reshape:"Reshape"},outputs:"What it all adds up to, for each digit, \u201Cnot a digit\u201D and \u201Cseveral\u201D",outputLabels:["none","many"],figure:o=>`${o}, as pictures`};function q(){return c`
    <h2>${h.title}</h2>
    <p class="lead">${h.lead}</p>
    <p class="think-empty">${h.empty}</p>
  `}function B(o,t){let{strokes:s,fine:e,seen:n}=h.steps;return c`
    <h2>${h.title}</h2>
    <p class="lead">${h.lead}</p>
    <ol class="think-steps">
      ${[s,e,n].map(i=>c`
          <li>
            <canvas class="think-step" role="img" aria-label=${i}></canvas>
            <span>${i}</span>
          </li>
        `)}
    </ol>
    <div class="think-layers">
      <canvas class="think-canvas" aria-hidden="true"></canvas>
      ${o.map(i=>{let r=`${i.rows} \xD7 ${i.columns}`,l=h.types[i.type],a=h.layer(l,i.channels,r);return c`
          <figure>
            <div class="think-maps" role="img" aria-label=${h.figure(a)}></div>
            <figcaption>${a}</figcaption>
          </figure>
        `})}
    </div>
    ${t===null?"":c`
      <figure>
        <ol class="think-outputs" aria-label=${h.outputs}>
          ${Array.from(t.values,(i,r)=>c`<li><span class="think-bar"></span><span>${r<10?r:h.outputLabels[r-10]}</span></li>`)}
        </ol>
        <figcaption>${h.outputs}</figcaption>
      </figure>
    `}
  `}var d=class{#s;#e;#i;constructor(t,s,e){let n=Math.max(1,t.clientWidth),i=e.map(l=>U(l,n));i.forEach(({height:l},a)=>s[a].style.setProperty("--height",`${l}px`));let r=t.getBoundingClientRect().top;this.#e=i.map((l,a)=>({places:l,top:Math.round(s[a].getBoundingClientRect().top-r),isInSight:!1,layer:null,painted:null})),this.#i=this.#e.map((l,a)=>m(s[a],f=>{l.isInSight=f,this.#t(l)})),this.#s=new u(t,n,Math.max(1,t.clientHeight))}stop(){for(let t of this.#i)t()}paint(t,s){let e=this.#e[t];e.layer=s,this.#t(e)}#t(t){let{places:s,top:e,isInSight:n,layer:i,painted:r}=t;!n||i===null||i===r||(t.painted=i,!(r!==null&&H(i,r))&&(_(i,s,this.#s,e),this.#s.show(e,s.height)))}};var g=class{#s;#e;#i;#t=[];#n=0;#o=null;#a=!1;#r=16;#l=-1/0;constructor(t,s,e){this.#s=t,this.#e=s,this.#i=e}offer(t){this.#o=t,this.#h()}stop(){this.#t=[],this.#o=null}#h(){this.#a||(this.#a=!0,this.#e(()=>{this.#a=!1,this.#p()}))}#p(){let t=this.#i(),s=t+this.#s,e=this.#c(t);this.#n>=this.#t.length&&(this.#t=this.#o?.()??[],this.#o=null,this.#n=0);for(let i=0;i<e&&this.#n<this.#t.length&&(this.#t[this.#n++](),!(this.#i()>=s));i++);(this.#n<this.#t.length||this.#o!==null)&&this.#h()}#c(t){let s=t-this.#l;return this.#l=t,s<22?this.#r=Math.min(this.#r+.05,16):s<200&&(this.#r=Math.max(1,this.#r/2)),Math.floor(this.#r)}};var K=3,G=new Uint8Array(28*28),X=new Uint8Array(1),y=class{#s;#e;#i;#t;#n;#o;#a;#r;#l=!1;#h=null;#p;#c;#u=new g(K,T,()=>performance.now());constructor(t,s,e){let[n,i,r]=t.querySelectorAll(".think-step");this.#s=n,this.#e=n.clientWidth,this.#i=getComputedStyle(n).color,this.#t=new u(i),this.#n=new u(r),this.#o=new d(t.querySelector(".think-canvas"),[...t.querySelectorAll(".think-maps")],s),this.#a=[...t.querySelectorAll(".think-bar")];let l=this.#a[0]?.closest("ol");this.#r=l==null?()=>{}:m(l,a=>{this.#l=a,this.#m()}),this.#p=s.map(a=>({...a,values:new Uint8Array(a.values.length)})),this.#c=e}paint(t,s){this.#u.offer(()=>this.#f(t,s,this.#c(s)))}clear(){this.#u.offer(()=>this.#f([],G,{maps:this.#p,outputs:null}))}stop(){this.#u.stop(),this.#o.stop(),this.#r()}#f(t,s,{maps:e,outputs:n}){let[i,r]=[28,28];return[()=>{let l=C(this.#s,this.#e);N(l,t,this.#i)},()=>this.#t.paint(Y(t)),()=>this.#n.paint({width:i,height:r,pixels:s}),...e.map((l,a)=>()=>this.#o.paint(a,l)),()=>{this.#h=n,this.#m()}]}#m(){if(!this.#l)return;let t=this.#h?.values??[0],[s,e]=[Math.min(...t),Math.max(...t)];this.#a.forEach((n,i)=>{let r=((t[i]??0)-s)/(e-s||1);n.style.setProperty("--height",r.toFixed(2)),n.classList.toggle("best",t[i]===e&&e>s)})}};function Y(o){if(o.length===0)return{width:1,height:1,pixels:X};let{width:t,height:s,ink:e}=L(P(o,O)),n=new Uint8Array(e.length);for(let i=0;i<n.length;i++)n[i]=e[i]*255;return{width:t,height:s,pixels:n}}function Mt(o,t){let s=null,e=null,n=!1,i=v("think-reads",HTMLElement);function r(p){if(!n)return;let k=p?.answer.seen??null;if(p===null||s===null||k===null){e===null?$(q(),o):e.clear(),S(i,e===null?"":h.empty);return}if(e===null){let{layers:D}=s,x=z=>Z(D(z)),{maps:M,outputs:W}=x(k);$(B(M,W),o),e=new y(o,M,x)}S(i,j(p.answer)),e.paint(p.strokes,k)}function l(){e?.stop(),e=null}function a(){l(),r(t.store.state.read)}t.store.watch(({read:p})=>p,r),A(a);let f=0;return new ResizeObserver(()=>{o.clientWidth!==f&&(f=o.clientWidth,a())}).observe(o),{show(){n=!0,a(),t.models.recognizer().then(p=>{s=p,a()},p=>console.warn("The recognizer did not load:",p))},hide:()=>n=!1}}function Z(o){let t=o.at(-1);return{maps:o.filter(({rows:s,columns:e})=>s*e>1),outputs:t.rows*t.columns===1?t:null}}function j(o){let t=I(o);return b(o)==="unknown"?t:h.reads(E(o),t)}export{Mt as start};
