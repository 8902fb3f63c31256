import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { PageTitle } from '#app/ui/heading.tsx'

export const handle = { finished: true }

export default function Home() {
  return (
    <PublicFrame>
      <PageTitle>Celebrating Excellence in Care</PageTitle>
    </PublicFrame>
  )
}
