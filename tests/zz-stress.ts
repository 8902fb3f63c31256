import { randomScores } from '#tests/unit/domain/scoring/panels.ts'
import { denseOf, naiveMinimum, naiveReml } from '#tests/unit/domain/scoring/naive.ts'
import { panelOf } from '#app/domain/scoring/panel.ts'
import { calibrate } from '#app/domain/scoring/calibration.ts'
const [from,to]=process.argv.slice(2).map(Number) as [number,number]
let counts:Record<string,number>={}; let worst=0, worstAdj=0
for(let s=from;s<to;s++){ const scores=randomScores(s); if(!scores.length) continue
  const p=panelOf(scores); const c=calibrate(p,0); counts[c.method]=(counts[c.method]??0)+1
  if(c.method!=='reml'||!c.fit) continue
  const m=Math.max(...scores.map(x=>x.y)),l=Math.min(...scores.map(x=>x.y)); 
  const d=denseOf(scores.map(x=>({...x,y:(x.y-l)/(m-l)})));
  const k=(scores.length-1)*2*Math.log(m-l)
  const best=naiveMinimum(d); const diff=c.fit.criterion-k-best.criterion
  const b=(c.model.varEntry===0?'e0':'e+')+(c.model.varJudge===0?'j0':'j+'); counts[b]=(counts[b]??0)+1
  if(diff>1e-7||diff<-1e-5) console.log('seed',s,'n',p.entries.length,'q',p.judges.length,'N',scores.length,'diff',diff,[c.model.varEntry!/c.model.varResidual!,c.model.varJudge!/c.model.varResidual!],best)
}
console.log(counts)
