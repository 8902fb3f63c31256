import { crossedFrom } from '#app/domain/scoring/panel.ts'
import { fitReml } from '#app/domain/scoring/reml.ts'
import { RemlCriterion } from '#app/domain/scoring/reml-criterion.ts'
let solves=0; const old=RemlCriterion.prototype.solve; RemlCriterion.prototype.solve=function(r){solves++;const t=performance.now();const x=old.call(this,r); if(process.env.V) console.log('  solve',r,x.criterion,(performance.now()-t).toFixed(0));return x}
let seed=1; const rnd=()=>{seed=(Math.imul(seed,1664525)+1013904223)>>>0;return seed/4294967296}
const norm=()=>Math.sqrt(-2*Math.log(rnd()+1e-12))*Math.cos(2*Math.PI*rnd())
for (const [n,q,r] of [[200,20,5],[2000,100,5],[20000,500,5],[100000,1000,10]] as const) {
  const row=new Int32Array(n*r),col=new Int32Array(n*r),y=new Float64Array(n*r)
  const u=Float64Array.from({length:n},norm), b=Float64Array.from({length:q},()=>.8*norm())
  let k=0; for(let i=0;i<n;i++){const s=new Set<number>();while(s.size<r)s.add(Math.floor(rnd()*q));for(const j of s){row[k]=i;col[k]=j;y[k++]=5+u[i]!+b[j]!+norm()*.8}}
  const t0=performance.now(); const table=crossedFrom(n,q,row,col,y); const t=performance.now(); solves=0
  const f=fitReml(table); console.log(n*r,'build',(t-t0).toFixed(0),'fit',(performance.now()-t).toFixed(0),'ms solves',solves,f.varEntry,f.varJudge,f.varResidual,'rss',(process.memoryUsage().rss/1e6).toFixed(0))
}
