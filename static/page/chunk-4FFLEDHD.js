import{a}from"./chunk-AQ3NHMMG.js";import{G as c,H as r,I as e,K as n,L as m}from"./chunk-LMWH7LXD.js";var s=2**32-1,l=100,b=40,y=r({seed:n(0,s),model:e(),samples:m(r({digit:n(0,9),pixels:e(),latent:c(e())},"ignored"),{least:1,most:l,what:"samples"})},"ignored");function M(o){let t=o.trim();return/^\d{1,10}$/.test(t)&&Number(t)<=s?Number(t):null}function T(){return crypto.getRandomValues(new Uint32Array(1))[0]%1e6}var S=2e3;function w(o,t){return a`
    <button type="button" class="copy" ?hidden=${!isSecureContext}
      @click=${async p=>{let i=p.currentTarget,d=await navigator.clipboard.writeText(t()).then(()=>!0,()=>!1);i.dataset.done=String(d),setTimeout(()=>delete i.dataset.done,S)}}>${o}</button>
  `}export{s as a,b,M as c,T as d,w as e};
