import{a as d,d as $}from"./chunk-014418E3.js";import{E,P as F,Q as G,b as L,c as b,d as v,j as O,k as T,m as x,q as _,r as C}from"./chunk-77E0C209.js";var h={title:"How it reads",lead:"Draw, and watch. Each square is one thing that the network looks for, lit where it finds it.",empty:"Nothing to read yet. Draw a digit.",reads:(s,t)=>`Reads ${s}: ${t}`,steps:{strokes:"1. Your strokes",fine:"2. Fitted to 20 \xD7 20",seen:"3. Centred in 28 \xD7 28"},layer:(s,t,e)=>`${s}: ${t} maps of ${e}`,types:{conv2d:"Convolution",max_pool:"Maximum pool",global_average_pool:"Average pool",pixel_shuffle:"Pixel shuffle",dense:"Dense layer",reshape:"Reshape"},outputs:"What it all adds up to, for each digit, \u201Cnot a digit\u201D and \u201Cseveral\u201D",outputLabels:["none","many"],figure:s=>`${s}, as pictures`};function q(){return d`
    <h2>${h.title}</h2>
    <p class="lead">${h.lead}</p>
    <p class="think-reads empty">${h.empty}</p>
  `}function N(s,t){let{strokes:e,fine:o,seen:n}=h.steps;return d`
    <h2>${h.title}</h2>
    <p class="lead">${h.lead}</p>
    <p class="think-reads"></p>
    <ol class="think-steps">
      ${[e,o,n].map(r=>d`
          <li>
            <canvas class="think-step" role="img" aria-label=${r}></canvas>
            <span>${r}</span>
          </li>
        `)}
    </ol>
    <div class="think-layers">
      <canvas class="think-canvas" aria-hidden="true"></canvas>
      ${s.map(r=>{let i=`${r.rows} \xD7 ${r.columns}`,a=h.types[r.type],p=h.layer(a,r.channels,i);return d`
          <figure>
            <div class="think-maps" role="img" aria-label=${h.figure(p)}></div>
            <figcaption>${p}</figcaption>
          </figure>
        `})}
    </div>
    ${t===null?"":d`
      <figure>
        <ol class="think-outputs" aria-label=${h.outputs}>
          ${Array.from(t.values,(r,i)=>d`<li><span class="think-bar"></span><span>${i<10?i:h.outputLabels[i-10]}</span></li>`)}
        </ol>
        <figcaption>${h.outputs}</figcaption>
      </figure>
    `}
  `}function z(s,t){let e=Math.min(s,t);for(let o=e;o>e/2;o--)if(s%o===0)return o;return e}function I({rows:s,columns:t,channels:e},o){let n=o+2,r=Math.floor(n/(t*2+2)),i=z(e,Math.max(1,Math.min(32,r))),a=Math.max(1,Math.floor((n/i-2)/t)),p=i===1?0:(o-t*a)/(i-1),l=s*a+2,c=Array.from({length:e},(u,f)=>f);return{zoom:a,lefts:c.map(u=>Math.floor(u%i*p)),tops:c.map(u=>Math.floor(u/i)*l),height:Math.ceil(e/i)*l-2}}function W({rows:s,columns:t,channels:e,values:o},{zoom:n,lefts:r,tops:i},{width:a,colors:p,ramp:l},c){let u=B(K(o),l);for(let f=0;f<e;f++){let y=r[f];for(let m=0;m<s;m++){let w=(c+i[f]+m*n)*a+y,M=w,A=m*t*e+f;for(let g=0;g<t;g++,A+=e){let R=u[o[A]];for(let P=0;P<n;P++)p[M++]=R}for(let g=1;g<n;g++)p.copyWithin(w+g*a,w,M)}}}function B(s,t){let e=Math.max(1,s),o=new Uint32Array(e+1);for(let n=0;n<=e;n++)o[n]=t[Math.round(255*Math.sqrt(n/e))];return o}function K(s){let t=0;for(let e=0;e<s.length;e++)s[e]>t&&(t=s[e]);return t}function D(s,t){let{values:e}=s;if(e.length!==t.values.length)return!1;for(let o=0;o<e.length;o++)if(e[o]!==t.values[o])return!1;return!0}var Z=2.5,k=class{#o;#t;#r;#s;#n=!1;#e=0;constructor(t,e,o,n,r){this.#r=n,this.#s=r;let i=Math.max(1,t.clientWidth),a=o.map(l=>I(l,i));a.forEach(({height:l},c)=>e[c].style.setProperty("--height",`${l}px`));let p=t.getBoundingClientRect().top;this.#t=a.map((l,c)=>({places:l,top:Math.round(e[c].getBoundingClientRect().top-p),wanted:null,shown:null})),this.#o=new x(t,i,Math.max(1,t.clientHeight))}paint(t){this.#t.forEach((e,o)=>e.wanted=t[o]),this.#i()}stop(){for(let t of this.#t)t.wanted=null}#i(){this.#n||(this.#n=!0,this.#r(()=>{this.#n=!1,this.#l()}))}#l(){let t=this.#s()+Z;for(let e=0;e<this.#t.length;e++){let o=this.#t[this.#e];if(this.#e=(this.#e+1)%this.#t.length,this.#a(o)&&this.#s()>t)break}this.#t.some(({wanted:e})=>e!==null)&&this.#i()}#a(t){let{wanted:e,shown:o,places:n,top:r}=t;return e===null||(t.wanted=null,t.shown=e,o!==null&&D(e,o))?!1:(W(e,n,this.#o,r),this.#o.show(r,n.height),!0)}};var S=class{#o;#t;#r;#s;#n;#e;#i;constructor(t,e){let[o,n,r]=t.querySelectorAll(".think-step");this.#o=o,this.#t=o.clientWidth,this.#r=getComputedStyle(o).color,this.#s=new x(n),this.#n=new x(r),this.#e=new k(t.querySelector(".think-canvas"),[...t.querySelectorAll(".think-maps")],e,v,()=>performance.now()),this.#i=[...t.querySelectorAll(".think-bar")]}paint({strokes:t,answer:e},o,n){let r=F(this.#o,this.#t);if(G(r,t,this.#r),this.#s.paint(Y(t)),e.seen!==null){let[i,a]=[28,28];this.#n.paint({width:i,height:a,pixels:e.seen})}this.#e.paint(o),n!==null&&this.#l(n)}stop(){this.#e.stop()}#l({values:t}){let[e,o]=[Math.min(...t),Math.max(...t)];this.#i.forEach((n,r)=>{let i=(t[r]-e)/(o-e||1);n.style.setProperty("--height",i.toFixed(2)),n.classList.toggle("best",t[r]===o)})}};function Y(s){let{width:t,height:e,ink:o}=C(E(s,_)),n=new Uint8Array(o.length);for(let r=0;r<n.length;r++)n[r]=o[r]*255;return{width:t,height:e,pixels:n}}function Mt(s,t){let e=null,o=null,n=!1;function r(l){if(!n)return;if(l===null||e===null||l.answer.seen===null){i(),$(q(),s);return}let c=e.layers(l.answer.seen),u=c.filter(({rows:w,columns:M})=>w*M>1),f=c.at(-1),y=f.rows*f.columns===1?f:null;o===null&&($(N(u,y),s),o=new S(s,u));let{answer:m}=l;L(s.querySelector(".think-reads"),h.reads(O(m),T(m))),o.paint(l,u,y)}function i(){o?.stop(),o=null}function a(){i(),r(t.store.state.read)}t.store.watch(({read:l})=>l,r),b(a);let p=0;return new ResizeObserver(()=>{s.clientWidth!==p&&(p=s.clientWidth,a())}).observe(s),{show(){n=!0,a(),t.models.recognizer().then(l=>{e=l,a()},l=>console.warn("The recognizer did not load:",l))},hide:()=>n=!1}}export{Mt as start};
