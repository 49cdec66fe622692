import{a as m,d as $}from"./chunk-014418E3.js";import{F as G,Q as U,R as q,b as P,c as b,d as v,j as T,k as _,l as C,n as x,r as E,s as F}from"./chunk-F57A16E3.js";var p={title:"How it reads",lead:"Draw, and watch. Each square is one thing that the network looks for, lit where it finds it.",empty:"Nothing to read yet. Draw a digit.",reads:(o,t)=>`Reads ${o}: ${t}`,steps:{strokes:"1. Your strokes",fine:"2. Fitted to 20\xA0\xD7\xA020",seen:"3. Centred in 28\xA0\xD7\xA028"},layer:(o,t,e)=>`${o}: ${t} maps of ${e}`,types:{conv2d:"Convolution",max_pool:"Maximum pool",global_average_pool:"Average pool",pixel_shuffle:"Pixel shuffle",dense:"Dense layer",reshape:"Reshape"},outputs:"What it all adds up to, for each digit, \u201Cnot a digit\u201D and \u201Cseveral\u201D",outputLabels:["none","many"],figure:o=>`${o}, as pictures`};function I(){return m`
    <h2>${p.title}</h2>
    <p class="lead">${p.lead}</p>
    <p class="think-reads empty">${p.empty}</p>
  `}function W(o,t){let{strokes:e,fine:s,seen:n}=p.steps;return m`
    <h2>${p.title}</h2>
    <p class="lead">${p.lead}</p>
    <p class="think-reads"></p>
    <ol class="think-steps">
      ${[e,s,n].map(i=>m`
          <li>
            <canvas class="think-step" role="img" aria-label=${i}></canvas>
            <span>${i}</span>
          </li>
        `)}
    </ol>
    <div class="think-layers">
      <canvas class="think-canvas" aria-hidden="true"></canvas>
      ${o.map(i=>{let r=`${i.rows} \xD7 ${i.columns}`,a=p.types[i.type],l=p.layer(a,i.channels,r);return m`
          <figure>
            <div class="think-maps" role="img" aria-label=${p.figure(l)}></div>
            <figcaption>${l}</figcaption>
          </figure>
        `})}
    </div>
    ${t===null?"":m`
      <figure>
        <ol class="think-outputs" aria-label=${p.outputs}>
          ${Array.from(t.values,(i,r)=>m`<li><span class="think-bar"></span><span>${r<10?r:p.outputLabels[r-10]}</span></li>`)}
        </ol>
        <figcaption>${p.outputs}</figcaption>
      </figure>
    `}
  `}function K(o,t){let e=Math.min(o,t);for(let s=e;s>e/2;s--)if(o%s===0)return s;return e}function D({rows:o,columns:t,channels:e},s){let n=s+2,i=Math.floor(n/(t*2+2)),r=K(e,Math.max(1,Math.min(32,i))),a=Math.max(1,Math.floor((n/r-2)/t)),l=r===1?0:(s-t*a)/(r-1),h=o*a+2,f=Array.from({length:e},(u,c)=>c);return{zoom:a,lefts:f.map(u=>Math.floor(u%r*l)),tops:f.map(u=>Math.floor(u/r)*h),height:Math.ceil(e/r)*h-2}}function H({rows:o,columns:t,channels:e,values:s},{zoom:n,lefts:i,tops:r},{width:a,colors:l,ramp:h},f){let u=Z(X(s),h);for(let c=0;c<e;c++){let k=i[c];for(let d=0;d<o;d++){let w=(f+r[c]+d*n)*a+k,A=w,L=d*t*e+c;for(let g=0;g<t;g++,L+=e){let B=u[s[L]];for(let O=0;O<n;O++)l[A++]=B}for(let g=1;g<n;g++)l.copyWithin(w+g*a,w,A)}}}function Z(o,t){let e=Math.max(1,o),s=new Uint32Array(e+1);for(let n=0;n<=e;n++)s[n]=t[Math.round(255*Math.sqrt(n/e))];return s}function X(o){let t=0;for(let e=0;e<o.length;e++)o[e]>t&&(t=o[e]);return t}function R(o,t){let{values:e}=o;if(e.length!==t.values.length)return!1;for(let s=0;s<e.length;s++)if(e[s]!==t.values[s])return!1;return!0}var M=class{#t;#s;constructor(t,e,s){let n=Math.max(1,t.clientWidth),i=s.map(a=>D(a,n));i.forEach(({height:a},l)=>e[l].style.setProperty("--height",`${a}px`));let r=t.getBoundingClientRect().top;this.#s=i.map((a,l)=>({places:a,top:Math.round(e[l].getBoundingClientRect().top-r),shown:null})),this.#t=new x(t,n,Math.max(1,t.clientHeight))}paint(t,e){let s=this.#s[t],{places:n,top:i,shown:r}=s;s.shown=e,!(r!==null&&R(e,r))&&(H(e,n,this.#t,i),this.#t.show(i,n.height))}};var y=class{#t;#s;#i;#e=[];#o=0;#n=null;#r=!1;constructor(t,e,s){this.#t=t,this.#s=e,this.#i=s}offer(t){this.#n=t,this.#a()}stop(){this.#e=[],this.#n=null}#a(){this.#r||(this.#r=!0,this.#s(()=>{this.#r=!1,this.#l()}))}#l(){let t=this.#i()+this.#t;for(this.#o>=this.#e.length&&(this.#e=this.#n?.()??[],this.#n=null,this.#o=0);this.#o<this.#e.length&&(this.#e[this.#o++](),!(this.#i()>=t)););(this.#o<this.#e.length||this.#n!==null)&&this.#a()}};var j=3,S=class{#t;#s;#i;#e;#o;#n;#r;#a;#l=new y(j,v,()=>performance.now());constructor(t,e,s){let[n,i,r]=t.querySelectorAll(".think-step");this.#t=n,this.#s=n.clientWidth,this.#i=getComputedStyle(n).color,this.#e=new x(i),this.#o=new x(r),this.#n=new M(t.querySelector(".think-canvas"),[...t.querySelectorAll(".think-maps")],e),this.#r=[...t.querySelectorAll(".think-bar")],this.#a=s}paint(t,e){this.#l.offer(()=>this.#h(t,e))}stop(){this.#l.stop()}#h(t,e){let{maps:s,outputs:n}=this.#a(e),[i,r]=[28,28];return[()=>{let a=U(this.#t,this.#s);q(a,t,this.#i)},()=>this.#e.paint(J(t)),()=>this.#o.paint({width:i,height:r,pixels:e}),...s.map((a,l)=>()=>this.#n.paint(l,a)),()=>n&&this.#p(n)]}#p({values:t}){let[e,s]=[Math.min(...t),Math.max(...t)];this.#r.forEach((n,i)=>{let r=(t[i]-e)/(s-e||1);n.style.setProperty("--height",r.toFixed(2)),n.classList.toggle("best",t[i]===s)})}};function J(o){let{width:t,height:e,ink:s}=F(G(o,E)),n=new Uint8Array(s.length);for(let i=0;i<n.length;i++)n[i]=s[i]*255;return{width:t,height:e,pixels:n}}function Ot(o,t){let e=null,s=null,n=!1;function i(h){if(!n)return;if(h===null||e===null||h.answer.seen===null){r(),$(I(),o);return}let{seen:f}=h.answer;if(s===null){let{layers:u}=e,c=w=>Q(u(w)),{maps:k,outputs:d}=c(f);$(W(k,d),o),s=new S(o,k,c)}P(o.querySelector(".think-reads"),V(h.answer)),s.paint(h.strokes,f)}function r(){s?.stop(),s=null}function a(){r(),i(t.store.state.read)}t.store.watch(({read:h})=>h,i),b(a);let l=0;return new ResizeObserver(()=>{o.clientWidth!==l&&(l=o.clientWidth,a())}).observe(o),{show(){n=!0,a(),t.models.recognizer().then(h=>{e=h,a()},h=>console.warn("The recognizer did not load:",h))},hide:()=>n=!1}}function Q(o){let t=o.at(-1);return{maps:o.filter(({rows:e,columns:s})=>e*s>1),outputs:t.rows*t.columns===1?t:null}}function V(o){let t=C(o);return T(o)==="unknown"?t:p.reads(_(o),t)}export{Ot as start};
