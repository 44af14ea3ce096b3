import { chromium } from 'playwright-core';
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']});
const p=await b.newPage({viewport:{width:1280,height:900}});
p.on('console',m=>console.log('console',m.type(),m.text())); p.on('pageerror',e=>console.log('pageerror',e.message,e.stack));
await p.goto('file:///tmp/r/report.html'); await p.waitForTimeout(2000);
console.log(await p.evaluate(()=>({chart:typeof Chart, ready:document.documentElement.dataset.ready, theme:document.documentElement.dataset.theme, figs:document.querySelectorAll('figure').length, cs:[...document.querySelectorAll('figure')].slice(0,2).map(f=>f.outerHTML.slice(0,500)), data:document.getElementById('data-charts')?.textContent.length})));
await b.close();
