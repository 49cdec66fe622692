import{a as m,d as $}from"./chunk-014418E3.js";import{G as F,S as G,T as q,b as P,c as T,d as E,j as b,k as v,l as _,n as w,r as C,s as U}from"./chunk-7C254710.js";var c={title:"How it reads",lead:"Draw, and watch. Each square is one thing that the network looks for, lit where it finds it.",empty:"Nothing to read yet. Draw a digit.",reads:(o,t)=>`Reads ${o}: ${t}`,steps:{strokes:"1. Your strokes",fine:"2. Fitted to 20\xA0\xD7\xA020",seen:"3. Centred in 28\xA0\xD7\xA028"},layer:(o,t,s)=>`${o}: ${t} maps of ${s}`,types:{conv2d:"Convolution",max_pool:"Maximum pool",global_average_pool:"Average pool",pixel_shuffle:"Pixel shuffle",dense:"Dense layer",reshape:"Reshape"},outputs:"What it all adds up to, for each digit, \u201Cnot a digit\u201D and \u201Cseveral\u201D",outputLabels:["none","many"],figure:o=>`${o}, as pictures`};function N(){return m`
    <h2>${c.title}</h2>
    <p class="lead">${c.lead}</p>
    <p class="think-reads empty">${c.empty}</p>
  `}function R(o,t){let{strokes:s,fine:e,seen:n}=c.steps;return m`
    <h2>${c.title}</h2>
    <p class="lead">${c.lead}</p>
    <p class="think-reads"></p>
    <ol class="think-steps">
      ${[s,e,n].map(i=>m`
          <li>
            <canvas class="think-step" role="img" aria-label=${i}></canvas>
            <span>${i}</span>
          </li>
        `)}
    </ol>
    <div class="think-layers">
      <canvas class="think-canvas" aria-hidden="true"></canvas>
      ${o.map(i=>{let r=`${i.rows} \xD7 ${i.columns}`,a=c.types[i.type],l=c.layer(a,i.channels,r);return m`
          <figure>
            <div class="think-maps" role="img" aria-label=${c.figure(l)}></div>
            <figcaption>${l}</figcaption>
          </figure>
        `})}
    </div>
    ${t===null?"":m`
      <figure>
        <ol class="think-outputs" aria-label=${c.outputs}>
          ${Array.from(t.values,(i,r)=>m`<li><span class="think-bar"></span><span>${r<10?r:c.outputLabels[r-10]}</span></li>`)}
        </ol>
        <figcaption>${c.outputs}</figcaption>
      </figure>
    `}
  `}function K(o,t){let s=Math.min(o,t);for(let e=s;e>s/2;e--)if(o%e===0)return e;return s}function W({rows:o,columns:t,channels:s},e){let n=e+2,i=Math.floor(n/(t*2+2)),r=K(s,Math.max(1,Math.min(32,i))),a=Math.max(1,Math.floor((n/r-2)/t)),l=r===1?0:(e-t*a)/(r-1),h=o*a+2,u=Array.from({length:s},(f,p)=>p);return{zoom:a,lefts:u.map(f=>Math.floor(f%r*l)),tops:u.map(f=>Math.floor(f/r)*h),height:Math.ceil(s/r)*h-2}}function D({rows:o,columns:t,channels:s,values:e},{zoom:n,lefts:i,tops:r},{width:a,colors:l,ramp:h},u){let f=Z(X(e),h);for(let p=0;p<s;p++){let x=i[p];for(let d=0;d<o;d++){let M=(u+r[p]+d*n)*a+x,A=M,O=d*t*s+p;for(let g=0;g<t;g++,O+=s){let B=f[e[O]];for(let L=0;L<n;L++)l[A++]=B}for(let g=1;g<n;g++)l.copyWithin(M+g*a,M,A)}}}function Z(o,t){let s=Math.max(1,o),e=new Uint32Array(s+1);for(let n=0;n<=s;n++)e[n]=t[Math.round(255*Math.sqrt(n/s))];return e}function X(o){let t=0;for(let s=0;s<o.length;s++)o[s]>t&&(t=o[s]);return t}function H(o,t){let{values:s}=o;if(s.length!==t.values.length)return!1;for(let e=0;e<s.length;e++)if(s[e]!==t.values[e])return!1;return!0}var k=class{#t;#e;constructor(t,s,e){let n=Math.max(1,t.clientWidth),i=e.map(a=>W(a,n));i.forEach(({height:a},l)=>s[l].style.setProperty("--height",`${a}px`));let r=t.getBoundingClientRect().top;this.#e=i.map((a,l)=>({places:a,top:Math.round(s[l].getBoundingClientRect().top-r),shown:null})),this.#t=new w(t,n,Math.max(1,t.clientHeight))}paint(t,s){let e=this.#e[t],{places:n,top:i,shown:r}=e;e.shown=s,!(r!==null&&H(s,r))&&(D(s,n,this.#t,i),this.#t.show(i,n.height))}};var y=class{#t;#e;#r;#s=[];#o=0;#n=null;#a=!1;#i=16;#l=-1/0;constructor(t,s,e){this.#t=t,this.#e=s,this.#r=e}offer(t){this.#n=t,this.#h()}stop(){this.#s=[],this.#n=null}#h(){this.#a||(this.#a=!0,this.#e(()=>{this.#a=!1,this.#c()}))}#c(){let t=this.#r(),s=t+this.#t,e=this.#p(t);this.#o>=this.#s.length&&(this.#s=this.#n?.()??[],this.#n=null,this.#o=0);for(let i=0;i<e&&this.#o<this.#s.length&&(this.#s[this.#o++](),!(this.#r()>=s));i++);(this.#o<this.#s.length||this.#n!==null)&&this.#h()}#p(t){let s=t-this.#l;return this.#l=t,s<22?this.#i=Math.min(this.#i+.05,16):s<200&&(this.#i=Math.max(1,this.#i/2)),Math.floor(this.#i)}};var j=3,S=class{#t;#e;#r;#s;#o;#n;#a;#i;#l=new y(j,E,()=>performance.now());constructor(t,s,e){let[n,i,r]=t.querySelectorAll(".think-step");this.#t=n,this.#e=n.clientWidth,this.#r=getComputedStyle(n).color,this.#s=new w(i),this.#o=new w(r),this.#n=new k(t.querySelector(".think-canvas"),[...t.querySelectorAll(".think-maps")],s),this.#a=[...t.querySelectorAll(".think-bar")],this.#i=e}paint(t,s){this.#l.offer(()=>this.#h(t,s))}stop(){this.#l.stop()}#h(t,s){let{maps:e,outputs:n}=this.#i(s),[i,r]=[28,28];return[()=>{let a=G(this.#t,this.#e);q(a,t,this.#r)},()=>this.#s.paint(J(t)),()=>this.#o.paint({width:i,height:r,pixels:s}),...e.map((a,l)=>()=>this.#n.paint(l,a)),()=>n&&this.#c(n)]}#c({values:t}){let[s,e]=[Math.min(...t),Math.max(...t)];this.#a.forEach((n,i)=>{let r=(t[i]-s)/(e-s||1);n.style.setProperty("--height",r.toFixed(2)),n.classList.toggle("best",t[i]===e)})}};function J(o){let{width:t,height:s,ink:e}=U(F(o,C)),n=new Uint8Array(e.length);for(let i=0;i<n.length;i++)n[i]=e[i]*255;return{width:t,height:s,pixels:n}}function Lt(o,t){let s=null,e=null,n=!1;function i(h){if(!n)return;if(h===null||s===null||h.answer.seen===null){r(),$(N(),o);return}let{seen:u}=h.answer;if(e===null){let{layers:f}=s,p=M=>Q(f(M)),{maps:x,outputs:d}=p(u);$(R(x,d),o),e=new S(o,x,p)}P(o.querySelector(".think-reads"),V(h.answer)),e.paint(h.strokes,u)}function r(){e?.stop(),e=null}function a(){r(),i(t.store.state.read)}t.store.watch(({read:h})=>h,i),T(a);let l=0;return new ResizeObserver(()=>{o.clientWidth!==l&&(l=o.clientWidth,a())}).observe(o),{show(){n=!0,a(),t.models.recognizer().then(h=>{s=h,a()},h=>console.warn("The recognizer did not load:",h))},hide:()=>n=!1}}function Q(o){let t=o.at(-1);return{maps:o.filter(({rows:s,columns:e})=>s*e>1),outputs:t.rows*t.columns===1?t:null}}function V(o){let t=_(o);return b(o)==="unknown"?t:c.reads(v(o),t)}export{Lt as start};
