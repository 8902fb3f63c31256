import { crossedFrom } from '#app/domain/scoring/panel.ts'
import { fitReml } from '#app/domain/scoring/reml.ts'
import { effectsOf } from '#app/domain/scoring/effects.ts'
import { firstPlaceProbabilities } from '#app/domain/scoring/first-place.ts'
let seed=1; const rnd=()=>{seed=(Math.imul(seed,1664525)+1013904223)>>>0;return seed/4294967296}
const norm=()=>Math.sqrt(-2*Math.log(rnd()+1e-12))*Math.cos(2*Math.PI*rnd())
for (const [n,q,r] of JSON.parse(process.argv[2]!) as [number,number,number][]) {
  const row=new Int32Array(n*r),col=new Int32Array(n*r),y=new Float64Array(n*r)
  const u=Float64Array.from({length:n},norm), b=Float64Array.from({length:q},()=>.8*norm())
  let k=0; for(let i=0;i<n;i++){const s=new Set<number>();while(s.size<r)s.add(Math.floor(rnd()*q));for(const j of s){row[k]=i;col[k]=j;y[k++]=5+u[i]!+b[j]!+norm()*.8}}
  const f=fitReml(crossedFrom(n,q,row,col,y)); const t=performance.now(); const e=effectsOf(f,'entries'); const p=firstPlaceProbabilities(e,1)
  console.log(n*r,'sampling',(performance.now()-t).toFixed(0),'ms; top',Math.max(...p.slice(0,1000)), 'could',p.filter(x=>x>0).length)
}
