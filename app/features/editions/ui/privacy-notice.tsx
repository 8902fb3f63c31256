import { unsentKeptDays } from '#app/domain/draft-clock.ts'
import type { Settings } from '#app/domain/edition.ts'
import { Contact } from '#app/features/editions/ui/contact.tsx'
import { Lead, Prose } from '#app/ui/heading.tsx'
import { Inset } from '#app/ui/panel.tsx'

/** A choice of the awards that the data protection officer has not made or confirmed. */
function ToConfirm() {
  return <em>(to be confirmed by the data protection officer)</em>
}

/** What articles 13 and 14 of the UK GDPR make us tell: the short of it first. */
export function PrivacyNotice({ host, retentionMonths, noticeVersion, attachments }: Pick<Settings, 'host' | 'retentionMonths' | 'noticeVersion' | 'attachments'>) {
  return (
    <>
      <Lead>In short: we use what you tell us to run these awards and for nothing else. We ask you to leave out people who receive care. Nobody’s photograph or story is published without their own yes.</Lead>
      <Inset>
        <p>Version {noticeVersion}. What is marked “to be confirmed” is a proposal: the data protection officer has yet to decide it.</p>
      </Inset>
      <Prose>
        <WhoAnswers host={host} />
        <WhatWeHold attachments={attachments} />
        <h2>What we do with it, and why we may</h2>
        <p>We receive, check and judge nominations, tell people how theirs went, and hold the ceremony. We do this as a task in the public interest, to recognise good care (UK GDPR, article 6(1)(e)) <ToConfirm />. For publicity – a photograph, a story, where they work, a part on stage – we ask each person for their own consent, which they can take back at any time. A finalist whom we told two weeks ago, and who has not answered, is listed by name and nothing else, unless they say no <ToConfirm />.</p>
        <p>We do not ask for health details of anybody. Where a story holds some all the same, we cover them before judges read. The condition in article 9 for what is left: <ToConfirm />.</p>
        <WhoSees />
        <HowLong months={retentionMonths} />
        <h2>Your rights</h2>
        <p>You can ask for a copy of what we hold about you, have it corrected, object to our using it, ask us to limit it or to delete it. If you agreed to publicity, you can take that back. To do any of this, <Contact host={host} />. It is free, and we answer within a month.</p>
        <p>If you nominated somebody, you can change or take back your nomination yourself, with the link in our email.</p>
        <h2>If you are not happy</h2>
        <p>Tell us first: we say within 30 days that we have your complaint, look into it without delay, and tell you the outcome. You can also complain to the Information Commissioner’s Office at <a href="https://ico.org.uk/make-a-complaint/">ico.org.uk</a>, or on 0303 123 1113.</p>
      </Prose>
    </>
  )
}

function WhoAnswers({ host }: Pick<Settings, 'host'>) {
  return (
    <>
      <h2>Who answers for it</h2>
      <p>
        {host.dataController ? `${host.dataController} is the data controller` : 'The data controller has not been named yet'}{host.name && `; ${host.name} runs the awards`}. For questions, <Contact host={host} />.{' '}
        {host.dataProtectionEmail
          ? <>The data protection officer is at <a href={`mailto:${host.dataProtectionEmail}`}>{host.dataProtectionEmail}</a>.</>
          : 'To reach the data protection officer, write to the same address and say so: their own has not been added here yet.'}
      </p>
    </>
  )
}

function WhatWeHold({ attachments }: Pick<Settings, 'attachments'>) {
  return (
    <>
      <h2>What we hold, and where it comes from</h2>
      <ul>
        <li><strong>If you nominate somebody:</strong> your name, your email address or phone number, how you know them, and what you write{attachments && ', and a picture or a PDF if you add one, which organisers alone see'}. You give it to us. You need not, but without a way to reach you we cannot tell you how it went.</li>
        <li><strong>If you are nominated:</strong> your name, your job, where you work, how to reach you if the nominator knew, and what they wrote about you. It comes from whoever nominated you. We tell you within a month of getting it, and who it was if they agreed.</li>
        <li><strong>If you receive care, or are related to somebody in a story:</strong> nothing, we hope. We ask nominators not to name you or tell of your health. Where they do all the same, we cover it before judges read.</li>
        <li><strong>If you organise or judge:</strong> your name and email address, when you signed in, what you did in the system, and, for judges, your scores, comments and ties to nominees.</li>
      </ul>
      <p>Somebody under 18 is nominated through us, with a parent or guardian.</p>
    </>
  )
}

function WhoSees() {
  return (
    <>
      <h2>Who sees it</h2>
      <p>The organisers see everything. Judges see the entries they are given, without the names of those who nominated. A nominee can ask to see what was written about them. The companies that keep our server and deliver our email handle it for us and may use it for nothing else; email goes through Resend. Which companies, and whether any of it leaves the United Kingdom: <ToConfirm />.</p>
      <p>As a public body’s records, nominations can be asked for under freedom of information law. Personal information is left out of what is given.</p>
      <p>No computer decides anything about anybody: people read and judge every entry, and no scores are given by machine.</p>
    </>
  )
}

function HowLong({ months }: { months: Settings['retentionMonths'] }) {
  return (
    <>
      <h2>How long we keep it</h2>
      <ul>
        <li>A nomination that is begun and not sent: {unsentKeptDays} days after nominations close <ToConfirm />. Until then we may remind you of it, a week and a day before the close, at the address you gave for it; each reminder says how to have no more</li>
        <li>A nomination: {months.unsuccessful} months after the ceremony; if it was shortlisted, {months.shortlisted} months <ToConfirm /></li>
        <li>Winners and finalists as published: until they take back their yes or say no</li>
        <li>The record of who did what in the system: 12 months after the ceremony; copies for safety: 35 days <ToConfirm /></li>
      </ul>
    </>
  )
}
