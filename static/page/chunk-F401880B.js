import{a}from"./chunk-014418E3.js";import{G as c,H as r,I as e,K as n,L as m}from"./chunk-9F1A2636.js";var u=2e3;function g(o,t){return a`
    <button type="button" class="copy" ?hidden=${!isSecureContext}
      @click=${async p=>{let i=p.currentTarget,d=await navigator.clipboard.writeText(t()).then(()=>!0,()=>!1);i.dataset.done=String(d),setTimeout(()=>delete i.dataset.done,u)}}>${o}</button>
  `}var s=2**32-1,S=100,_=40,M=r({seed:n(0,s),model:e(),samples:m(r({digit:n(0,9),pixels:e(),latent:c(e())},"ignored"),{least:1,most:S,what:"samples"})},"ignored");function h(o){let t=o.trim();return/^\d{1,10}$/.test(t)&&Number(t)<=s?Number(t):null}function w(){return crypto.getRandomValues(new Uint32Array(1))[0]%1e6}export{g as a,s as b,_ as c,h as d,w as e};
