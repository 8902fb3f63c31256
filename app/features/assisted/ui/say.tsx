import type { ReactNode } from 'react'
import { Inset } from '#app/ui/panel.tsx'

/** Words to be read aloud, set apart from what is only for whoever reads them. */
export function Say({ children }: { children: ReactNode }) {
  return (
    <Inset>
      <div className="grid gap-2">
        <p className="text-small font-bold text-plum600">Read aloud</p>
        {children}
      </div>
    </Inset>
  )
}
