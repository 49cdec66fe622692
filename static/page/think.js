import{a as u,d as k}from"./chunk-014418E3.js";import{C as O,N as E,O as I,b as M,e as b,i as v,j as L,o as A,p as C}from"./chunk-9F1A2636.js";var c={title:"How it reads",lead:"Draw, and watch. Each square is one thing that the network looks for, lit where it finds it.",empty:"Nothing to read yet. Draw a digit.",reads:(s,t)=>`Reads ${s}: ${t}`,steps:{strokes:"1. Your strokes",fine:"2. Fitted to 20 \xD7 20",seen:"3. Centred in 28 \xD7 28"},layer:(s,t,e)=>`${s}: ${t} maps of ${e}`,types:{conv2d:"Convolution",max_pool:"Maximum pool",global_average_pool:"Average pool",pixel_shuffle:"Pixel shuffle",dense:"Dense layer",reshape:"Reshape"},outputs:"What it all adds up to, for each digit, \u201Cnot a digit\u201D and \u201Cseveral\u201D",outputLabels:["none","many"],figure:s=>`${s}, as pictures`};function U(){return u`
    <h2>${c.title}</h2>
    <p class="lead">${c.lead}</p>
    <p class="think-reads empty">${c.empty}</p>
  `}function F(s,t){let{strokes:e,fine:o,seen:i}=c.steps;return u`
    <h2>${c.title}</h2>
    <p class="lead">${c.lead}</p>
    <p class="think-reads"></p>
    <ol class="think-steps">
      ${[e,o,i].map(n=>u`
          <li>
            <canvas class="think-step" role="img" aria-label=${n}></canvas>
            <span>${n}</span>
          </li>
        `)}
    </ol>
    ${s.map(n=>{let r=`${n.rows} \xD7 ${n.columns}`,l=c.types[n.type],a=c.layer(l,n.channels,r);return u`
        <figure>
          <canvas class="think-maps" role="img" aria-label=${c.figure(a)}></canvas>
          <figcaption>${a}</figcaption>
        </figure>
      `})} ${t===null?"":u`
      <figure>
        <ol class="think-outputs" aria-label=${c.outputs}>
          ${Array.from(t.values,(n,r)=>u`<li><span class="think-bar"></span><span>${r<10?r:c.outputLabels[r-10]}</span></li>`)}
        </ol>
        <figcaption>${c.outputs}</figcaption>
      </figure>
    `}
  `}function P(s,t){let e=Math.min(s,t);for(let o=e;o>e/2;o--)if(s%o===0)return o;return e}function _({rows:s,columns:t,channels:e,values:o},i,n,r){let l=i*(t+1)-1,a=Math.ceil(e/i)*(s+1)-1,f=r?.width===l&&r.height===a,p=f?r.pixels:new Uint8Array(l*a);for(let h=0;h<e;h++){let y=h%i*(t+1),w=Math.floor(h/i)*(s+1);for(let m=0;m<s;m++){let $=(w+m)*l+y;for(let x=0;x<t;x++){let N=o[(m*t+x)*e+h],R=Math.sqrt(Math.max(0,N)/n);p[$+x]=Math.min(255,Math.round(255*R))}}}return f?r:{width:l,height:a,pixels:p}}function q(s){let t=0;for(let e of s)e>t&&(t=e);return t}var g=256;function z(s){let t=document.createElement("canvas");t.width=g,t.height=1;let e=b(t),o=getComputedStyle(s),i=e.createLinearGradient(0,0,g,0);i.addColorStop(0,o.color),i.addColorStop(.45,o.color),i.addColorStop(1,o.getPropertyValue("--strong")),e.fillStyle=i,e.fillRect(0,0,g,1);let{data:n}=e.getImageData(0,0,g,1);for(let r=0;r<g;r++)n[r*4+3]=r;return new Uint32Array(n.buffer)}var d=class{#e;#n;#t;#o;constructor(t){let e=t.getContext("2d",{willReadFrequently:!0});if(e===null)throw new TypeError("the canvas has no 2d context");this.#e=e,this.#n=z(t),this.#t=e.createImageData(1,1),this.#o=new Uint32Array(this.#t.data.buffer)}paint({width:t,height:e,pixels:o}){let{canvas:i}=this.#e;(this.#t.width!==t||this.#t.height!==e)&&(i.width=t,i.height=e,this.#t=this.#e.createImageData(t,e),this.#o=new Uint32Array(this.#t.data.buffer));let n=this.#n,r=this.#o;for(let l=0;l<o.length;l++)r[l]=n[o[l]];this.#e.putImageData(this.#t,0,0)}};var W=2,K=32,S=class{#e;#n;#t;#o;#r;#s;constructor(t,e){let[o,i,n]=t.querySelectorAll(".think-step");this.#e=o,this.#n=getComputedStyle(o).color,this.#t=new d(i),this.#o=new d(n);let r=t.querySelectorAll(".think-maps"),l=(r[0]?.clientWidth??0)/W;this.#r=e.map(({channels:a,columns:f},p)=>{let h=Math.floor(l/(f+1));return{screen:new d(r[p]),columns:P(a,Math.max(1,Math.min(K,h))),sheet:void 0}}),this.#s=[...t.querySelectorAll(".think-bar")]}paint({strokes:t,answer:e},o,i){if(I(E(this.#e),t,this.#n),this.#t.paint(G(t)),e.seen!==null){let[n,r]=[28,28];this.#o.paint({width:n,height:r,pixels:e.seen})}this.#r.forEach((n,r)=>{let l=o[r],a=Math.max(1,q(l.values));n.sheet=_(l,n.columns,a,n.sheet),n.screen.paint(n.sheet)}),i!==null&&this.#i(i)}#i({values:t}){let[e,o]=[Math.min(...t),Math.max(...t)];this.#s.forEach((i,n)=>{let r=(t[n]-e)/(o-e||1);i.style.setProperty("--height",r.toFixed(3)),i.classList.toggle("best",t[n]===o)})}};function G(s){let{width:t,height:e,ink:o}=C(O(s,A));return{width:t,height:e,pixels:Uint8Array.from(o,i=>i*255)}}function ut(s,t){let e=null,o=null,i=!1;function n(a){if(!i)return;if(a===null||e===null||a.answer.seen===null){o=null,k(U(),s);return}let f=e.layers(a.answer.seen),p=f.filter(({rows:m,columns:$})=>m*$>1),h=f.at(-1),y=h.rows*h.columns===1?h:null;o===null&&(k(F(p,y),s),o=new S(s,p));let{answer:w}=a;s.querySelector(".think-reads").textContent=c.reads(v(w),L(w)),o.paint(a,p,y)}function r(){o=null,n(t.store.state.read)}t.store.watch(({read:a})=>a,n),M(r);let l=0;return new ResizeObserver(()=>{s.clientWidth!==l&&(l=s.clientWidth,r())}).observe(s),{show(){i=!0,r(),t.models.recognizer().then(a=>{e=a,r()},a=>console.warn("The recognizer did not load:",a))},hide:()=>i=!1}}export{ut as start};
