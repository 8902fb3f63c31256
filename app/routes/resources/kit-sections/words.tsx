import { KitSection, longName } from '#app/routes/resources/kit-sections/section.tsx'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Lead, Prose, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink, TextLink } from '#app/ui/link.tsx'
import { Inset, Notice } from '#app/ui/panel.tsx'
import { Quote } from '#app/ui/quote.tsx'
import { RibbonEdge, RibbonMark, Rosette } from '#app/ui/ribbon.tsx'
import { Tag } from '#app/ui/tag.tsx'

export function WordsSection() {
  return (
    <KitSection id="words" title="Words">
      <BackLink href="#main" />
      <Lead>A lead paragraph says in one breath what the page is for. Zoë Łukasz Siân Ŵyn Ọlá Nguyễn O’Neill.</Lead>
      <Prose>
        <p>
          She sat with my father on the nights he could not sleep, and never once looked at her watch. There is more about{' '}
          <TextLink href="#how">how it is judged</TextLink> and <TextLink href="#quiet" quiet>a quieter link</TextLink>.
        </p>
        <h3>What happens next</h3>
        <ul>
          <li>We write to {longName} in February.</li>
          <li>Four people read every word.</li>
        </ul>
        <ol>
          <li>Say who it is.</li>
          <li>Tell us what they did.</li>
        </ol>
      </Prose>
      <Inset>
        <p>Words sent after the close are kept for next year.</p>
      </Inset>
      <Quote by="A daughter, about the night team">
        <p>He learned three songs in Polish so that my mother would have somebody to sing with.</p>
      </Quote>
      <SectionTitle level={3}>Marks</SectionTitle>
      <div className="flex flex-wrap items-end gap-6 text-plum600">
        <RibbonMark className="size-4" />
        <RibbonMark className="size-8" />
        <RibbonMark className="size-16" />
        <Rosette className="w-24" />
        <Rosette className="w-24 text-gold400" />
      </div>
      <RibbonEdge />
      <SectionTitle level={3}>Acts</SectionTitle>
      <ButtonRow>
        <Button>Send nomination</Button>
        <Button variant="secondary">Save and come back later</Button>
        <Button variant="quiet">Leave this one out</Button>
        <Button variant="danger">Withdraw nomination</Button>
        <Button disabled>Nothing to send yet</Button>
        <LinkButton href="#words">Continue with {longName}</LinkButton>
      </ButtonRow>
      <SectionTitle level={3}>Tags</SectionTitle>
      <div className="flex flex-wrap gap-3">
        <Tag tone="neutral">To do</Tag>
        <Tag tone="waiting">In progress</Tag>
        <Tag tone="good">Done</Tag>
        <Tag tone="stopped">Stopped</Tag>
        <Tag tone="info">New</Tag>
        <Tag tone="winner">Winner</Tag>
      </div>
      <SectionTitle level={3}>Notices</SectionTitle>
      <Notice tone="info" title="Nominations close on Monday 12 January at 5pm">
        <p>What you have saved is kept until then.</p>
      </Notice>
      <Notice tone="success" title="Saved at 2.02pm" role="status" />
      <Notice tone="warning" title="This may name somebody who is cared for">
        <p>
          You can leave it as it is, or <a href="#fields">change it</a>.
        </p>
      </Notice>
      <Notice tone="error" title="The letter was not sent">
        <p>{longName} has no address.</p>
      </Notice>
    </KitSection>
  )
}
