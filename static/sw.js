async function f({ask:e,find:t,patience:n}){let a=e(),r=await Promise.race([a.catch(()=>{}),n().then(()=>{})]);return r!==void 0&&r.status<500?r:await t()??await a}var o={title:"This page needs the network",text:"You seem to be offline. The documentation of the API is not kept on this device; everything else on Inkling works without a network.",retry:"Try again",back:"Back to Inkling"};var l={lang:"en",name:"Inkling",title:e=>`${e} \xB7 Inkling`,documentTitle:"Inkling: handwritten digits, read and written",description:"Draw a digit and see it read as you draw, watch the network think, and see digits that nobody wrote.",preview:"A drawn three beside its answer: 3, with the probability of each digit.",tagline:"Reads the digits you draw, and writes its own.",noScript:"This page needs JavaScript, which is turned off here.",tabsLabel:"Features",tabs:{draw:"Draw",picture:"Picture",made:"Write",quiz:"Quiz",learned:"Learn"},opened:e=>`Opened ${e}.`,loadFailed:"This part did not load. Are you online?",retry:"Try again",privacy:"Drawings are read in your browser. Where it cannot run the engine, the server reads them. No tracking.",api:"The API",aboutModels:"The models"};function m(){let e=`<!DOCTYPE html>
<html lang="${l.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${l.title(o.title)}</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/look.css">
</head>
<body>
<main>
<h1>${o.title}</h1>
<p>${o.text}</p>
<p><a href="">${o.retry}</a></p>
<p><a href="/">${o.back}</a></p>
</main>
</body>
</html>
`;return new Response(e,{status:503,headers:{"Content-Type":"text/html; charset=utf-8","Content-Security-Policy":"default-src 'none'; style-src 'self'; img-src 'self'"}})}var p="inkling-",w=`${p}current`,T="/files.json",h=class{#t;constructor(t){this.#t=t}async update(){let{caches:t}=this.#t,n=await(await this.#i(T)).json(),a=await Promise.all(n.map(async i=>[i,await this.#i(i)])),r=a.map(([i,d])=>`${i} ${d.headers.get("ETag")}`),s=p+await b(r.join(`
`)),g=await this.#n();if(s===g){await Promise.all(a.map(([,i])=>i.body?.cancel()));return}let y=await t.open(s);await Promise.all(a.map(([i,d])=>y.put(this.#e(i),d))),await(await t.open(w)).put(this.#e("/"),new Response(s));let k=(await t.keys()).filter(i=>i.startsWith(p)&&![w,s].includes(i));await Promise.all(k.map(i=>t.delete(i)))}async find(t){let n=await this.#n();return n===void 0?void 0:await(await this.#t.caches.open(n)).match(this.#e(t))}async#n(){return await(await(await this.#t.caches.open(w)).match(this.#e("/")))?.text()}async#i(t){let n=await this.#t.fetch(t,{cache:"no-cache"});if(n.ok)return n;throw new TypeError(`${t} answered ${n.status}, expected 200`)}#e(t){return new URL(t,this.#t.origin).href}};async function b(e){let t=new TextEncoder().encode(e),n=new Uint8Array(await crypto.subtle.digest("SHA-256",t));return Array.from(n.subarray(0,8),a=>a.toString(16).padStart(2,"0")).join("")}var P=3e3,c=self,u=new h({caches,fetch:(e,t)=>fetch(e,t),origin:c.location.origin});function E(e){return e==="/"||e==="/models"||/\.\w+$/.test(e)}c.addEventListener("install",e=>{e.waitUntil(u.update().then(()=>c.skipWaiting()))});c.addEventListener("fetch",e=>{let{request:t}=e,{origin:n,pathname:a}=new URL(t.url);if(t.method!=="GET"||n!==c.location.origin)return;let r=t.mode==="navigate";if(!E(a)){r&&e.respondWith(fetch(t).catch(m));return}e.respondWith(f({ask:()=>fetch(t),find:()=>u.find(a),patience:()=>new Promise(s=>setTimeout(s,P))})),r&&e.waitUntil(u.update().catch(()=>{}))});
