import { chromium } from 'playwright-core';
const [file,out,w='1280',h='900',full='1',scheme='light',lang='']=process.argv.slice(2);
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']});
const p=await b.newPage({viewport:{width:+w,height:+h},colorScheme:scheme});
p.on('console',m=>console.log('console',m.type(),m.text())); p.on('pageerror',e=>console.log('pageerror',e.message,e.stack)); p.on('request',r=>{if(!r.url().startsWith('file:')&&!r.url().startsWith('data:')&&!r.url().startsWith('blob:'))console.log('REQUEST',r.url())});
const t=Date.now(); await p.goto('file://'+file); await p.waitForFunction(()=>document.querySelector('figure[data-drawn]')); console.log('first chart drawn',Date.now()-t);
if(lang){await p.click('[data-act=language]');await p.waitForTimeout(500);}
await p.evaluate(()=>window.dispatchEvent(new Event('beforeprint'))); await p.waitForTimeout(500); await p.evaluate(()=>window.dispatchEvent(new Event('afterprint'))); await p.waitForTimeout(1500);
console.log('drawn',await p.evaluate(()=>document.querySelectorAll('figure[data-drawn]').length+'/'+document.querySelectorAll('figure').length), await p.evaluate(()=>document.documentElement.scrollWidth+' '+innerWidth+' '+document.documentElement.scrollHeight));
await p.screenshot({path:out,fullPage:full==='1'}); await b.close();
