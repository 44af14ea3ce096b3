import { chromium } from 'playwright-core';
const [file,out,w,scheme,lang,...ids]=process.argv.slice(2);
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']});
const p=await b.newPage({viewport:{width:+w,height:900},colorScheme:scheme});
p.on('pageerror',e=>console.log('pageerror',e.message));
await p.goto('file://'+file); await p.waitForFunction(()=>document.documentElement.dataset.complete==='yes');
if(lang!=='-'){await p.click('[data-act=language]');await p.waitForTimeout(1500);}
for(const id of ids){ if(id==='map-diff'){await p.selectOption('[data-map=difference]','1');await p.selectOption('[data-map=scenario]','1');await p.selectOption('[data-map=indicator]',{index:6});await p.waitForTimeout(500);await p.locator('#fig-map').screenshot({path:`${out}-map-diff.png`});continue;}
 const l=p.locator('#fig-'+id); await l.scrollIntoViewIfNeeded(); await p.waitForTimeout(150); await l.screenshot({path:`${out}-${id}.png`}); }
await b.close();
