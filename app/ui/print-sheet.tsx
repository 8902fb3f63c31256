import type { ReactNode } from 'react'

/** A document made to be printed: reference and confidence mark repeat at the head of every page. */
export function PrintSheet({ reference, confidential, children }: { reference?: string; confidential?: ReactNode; children: ReactNode }) {
  return (
    <div className="print-sheet">
      {(reference !== undefined || confidential) && (
        <p className="print-head">
          <strong>{confidential}</strong> <span className="tabular-nums">{reference}</span>
        </p>
      )}
      <div className="flow">{children}</div>
    </div>
  )
}
