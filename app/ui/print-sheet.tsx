import type { ReactNode } from 'react'

/** A document made to be printed: reference and confidence mark repeat at the head of every page. */
export function PrintSheet({ reference, confidential, children }: { reference?: string; confidential?: ReactNode; children: ReactNode }) {
  return (
    <div className="print-sheet">
      {(reference !== undefined || confidential) && (
        <div className="print-head">
          <p className="mb-4 flex flex-wrap justify-between gap-x-6 border-b border-hair pb-2">
            {confidential && <strong>{confidential}</strong>}
            <span>{reference}</span>
          </p>
        </div>
      )}
      <div className="flow">{children}</div>
    </div>
  )
}
