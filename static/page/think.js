import{a as m,c as b}from"./chunk-HVAJEJR2.js";import{B as U,J as E,K as _,b as C,d as L,h as O,i as T,n as v,o as P}from"./chunk-DYHPLBKE.js";var l={title:"How it reads",lead:"Draw, and watch. Each square is one thing that the network looks for, lit where it finds it.",empty:"Nothing to read yet. Draw a digit.",reads:(e,t)=>`Reads ${e}: ${t}`,steps:{strokes:"1. Your strokes",fine:"2. Fitted to 20 \xD7 20",seen:"3. Centred in 28 \xD7 28"},layer:(e,t,o)=>`${e}: ${t} maps of ${o}`,types:{conv2d:"Convolution",max_pool:"Maximum pool",global_average_pool:"Average pool",pixel_shuffle:"Pixel shuffle",dense:"Dense layer",reshape:"Reshape"},outputs:"What it all adds up to, for each digit, \u201Cnot a digit\u201D and \u201Cseveral\u201D",outputLabels:["none","many"],figure:e=>`${e}, as pictures`};function F(e,t){let o=Math.min(e,t);for(let r=o;r>o/2;r--)if(e%r===0)return r;return o}function I({rows:e,columns:t,channels:o,values:r},a,i,n){let s=a*(t+1)-1,c=Math.ceil(o/a)*(e+1)-1,p=n?.width===s&&n.height===c,u=p?n.pixels:new Uint8Array(s*c);for(let h=0;h<o;h++){let y=h%a*(t+1),d=Math.floor(h/a)*(e+1);for(let g=0;g<e;g++){let M=(d+g)*s+y;for(let f=0;f<t;f++){let k=r[(g*t+f)*o+h],S=Math.sqrt(Math.max(0,k)/i);u[M+f]=Math.min(255,Math.round(255*S))}}}return p?n:{width:s,height:c,pixels:u}}function D(e){let t=0;for(let o of e)o>t&&(t=o);return t}var x=256;function A(e){let t=document.createElement("canvas");t.width=x,t.height=1;let o=L(t),r=getComputedStyle(e),a=o.createLinearGradient(0,0,x,0);a.addColorStop(0,r.color),a.addColorStop(.45,r.color),a.addColorStop(1,r.getPropertyValue("--strong")),o.fillStyle=a,o.fillRect(0,0,x,1);let{data:i}=o.getImageData(0,0,x,1);for(let n=0;n<x;n++)i[n*4+3]=n;return i}function $(e,{width:t,height:o,pixels:r},a){(e.width!==t||e.height!==o)&&(e.width=t,e.height=o);let i=L(e),n=i.createImageData(t,o),s=new Uint32Array(a.buffer),c=new Uint32Array(n.data.buffer);for(let p=0;p<r.length;p++)c[p]=s[r[p]];i.putImageData(n,0,0)}function q(){return m`
    <h2>${l.title}</h2>
    <p class="lead">${l.lead}</p>
    <p class="think-reads">${l.empty}</p>
  `}function z(e,t,o){let{strokes:r,fine:a,seen:i}=l.steps;return m`
    <h2>${l.title}</h2>
    <p class="lead">${l.lead}</p>
    <p class="think-reads">${e}</p>
    <ol class="think-steps">
      ${[r,a,i].map(n=>m`
          <li>
            <canvas class="think-step" role="img" aria-label=${n}></canvas>
            <span>${n}</span>
          </li>
        `)}
    </ol>
    ${t.map(n=>{let s=`${n.rows} \xD7 ${n.columns}`,c=l.types[n.type],p=l.layer(c,n.channels,s);return m`
        <figure>
          <canvas class="think-maps" role="img" aria-label=${l.figure(p)}></canvas>
          <figcaption>${p}</figcaption>
        </figure>
      `})} ${o===null?"":m`
      <figure>
        <ol class="think-outputs" aria-label=${l.outputs}>
          ${Array.from(o.values,(n,s)=>m`<li><span class="think-bar"></span><span>${s<10?s:l.outputLabels[s-10]}</span></li>`)}
        </ol>
        <figcaption>${l.outputs}</figcaption>
      </figure>
    `}
  `}var R=2,K=32;function ht(e,t){let o=new Map,r=null,a=!1,i=s=>{if(a){if(s===null||r===null||s.answer.seen===null){b(q(),e);return}W(e,r,s,o)}},n=()=>i(t.store.state.read);return t.store.watch(({read:s})=>s,i),C(n),new ResizeObserver(n).observe(e),{show(){a=!0,n(),t.models.recognizer().then(s=>{r=s,n()},s=>console.warn("The recognizer did not load:",s))},hide:()=>a=!1}}function W(e,t,{strokes:o,answer:r},a){let i=t.layers(r.seen),n=i.filter(({rows:S,columns:w})=>S*w>1),s=i.at(-1),c=s.rows*s.columns===1?s:null,p=l.reads(O(r),T(r));b(z(p,n,c),e);let[u,h,y]=e.querySelectorAll(".think-step"),d=A(u),{color:g}=getComputedStyle(u);_(E(u),o,g),$(h,G(U(o,v)),d);let M=r.seen;$(y,{width:28,height:28,pixels:M},d);let f=e.querySelectorAll(".think-maps"),k=f.length>0?A(f[0]):d;f.forEach((S,w)=>V(S,n[w],a,k)),c!==null&&X(e,c)}function G(e){let{width:t,height:o,ink:r}=P(e);return{width:t,height:o,pixels:Uint8Array.from(r,a=>a*255)}}function V(e,t,o,r){let a=e.parentElement.clientWidth/R,i=Math.floor(a/(t.columns+1)),n=F(t.channels,Math.max(1,Math.min(K,i))),s=Math.max(1,D(t.values)),c=I(t,n,s,o.get(t.name));o.set(t.name,c),$(e,c,r)}function X(e,{values:t}){let[o,r]=[Math.min(...t),Math.max(...t)];e.querySelectorAll(".think-bar").forEach((a,i)=>{let n=(t[i]-o)/(r-o||1);a.style.setProperty("--height",String(n)),a.classList.toggle("best",t[i]===r)})}export{ht as start};
