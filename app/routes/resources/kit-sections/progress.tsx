import { KitSection, longName } from '#app/routes/resources/kit-sections/section.tsx'
import { Card, CardGrid, StatRow } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { TaskList } from '#app/ui/task-list.tsx'
import { YearLine } from '#app/ui/year-line.tsx'

export function ProgressSection() {
  return (
    <KitSection id="progress" title="Progress">
      <YearLine
        label="The year"
        steps={[
          { label: 'Preparing', state: 'done' },
          { label: 'Nominating', detail: '3 Nov to 12 Jan', state: 'done' },
          { label: 'Screening', detail: 'until 23 Jan', state: 'now' },
          { label: 'Judging', detail: '9 to 22 Feb', state: 'next' },
          { label: 'Moderating', detail: '24 to 26 Feb', state: 'next' },
          { label: 'Sealed', detail: '27 Feb', state: 'next' },
          { label: 'Announced', detail: '23 March', state: 'next' },
        ]}
      />
      <StatRow
        items={[
          { label: 'to read', value: 12, href: '#data' },
          { label: 'waiting for an answer', value: 148, href: '#data' },
          { label: 'letters to post', value: 0, href: '#data' },
          { label: 'days left', value: 31 },
        ]}
      />
      <TaskList
        items={[
          { title: longName, href: '#one', hint: 'About six minutes', status: { label: 'To do', tone: 'neutral' } },
          { title: 'The night team at Gorsebank', href: '#two', status: { label: 'In progress', tone: 'waiting' } },
          { title: 'Asha Okafor', href: '#three', status: { label: 'Done', tone: 'good' } },
          { title: 'Harbour Home Care', href: '#four', status: { label: 'Needs a look', tone: 'stopped' } },
          { title: 'Finish all', hint: 'Opens when every row above is done', status: { label: 'Cannot start yet', tone: 'neutral' } },
        ]}
      />
      <SummaryList
        rows={[
          { key: 'Their name', value: longName, change: { href: '#fields', hidden: 'their name' } },
          { key: 'What they did', value: 'She sat with my father on the nights he could not sleep.\n\nShe never once looked at her watch.', change: { href: '#fields', hidden: 'what they did' } },
          { key: 'Phone number', value: 'Not provided', change: { href: '#fields', hidden: 'phone number' } },
          { key: 'Sent', value: 'Monday 12 January, 4.58pm' },
        ]}
      />
      <CardGrid>
        <Card title={longName} href="#card" meta="Home carer of the year">
          <p>“She made the hardest year of our lives one we can bear to remember.”</p>
        </Card>
        <Card title="The night team" meta="Team of the year">
          <p>“You never hear them. You only notice that everyone slept.”</p>
        </Card>
        <Card title="Harbour Home Care" href="#card-3" />
      </CardGrid>
      <EmptyState title="Nobody has been put forward yet" level={3}>
        <p>The first ones usually arrive in the week after the posters go up.</p>
        <p>
          <a href="#words">Print the poster</a>
        </p>
      </EmptyState>
    </KitSection>
  )
}
