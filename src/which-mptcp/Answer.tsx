import type { ComponentChildren, VNode } from 'preact'
import type { Diagnosis } from './diagnosis/diagnose.ts'
import type { Fact } from './diagnosis/facts.ts'
import { Prose } from './Prose.tsx'
import type { Words } from './words.ts'

/** The commands whose output shows which MPTCP it is. */
const commands = ['uname -r', 'dmesg | grep -i mptcp', 'sysctl -a | grep mptcp']

/** What an answer needs beside the diagnosis. */
interface Setting {
  words: Words
  /** Returns the address of a page, by its file and section. */
  addressOf(page: string): string
}

/** Returns the verdict in words: which stack it is, or that it cannot be told. */
export function verdictIn({ verdict }: Diagnosis, words: Words): string {
  return verdict.stack ? words.stacks[verdict.stack] : words.unsure
}

/** What a text shows, with the lines that show it. */
export function Answer({ diagnosis, setting }: { diagnosis: Diagnosis; setting: Setting }): VNode {
  const { words, addressOf } = setting
  const { verdict, release, settings, settingsLeftOut, symptoms, pages } = diagnosis
  return (
    <>
      <Section title={verdictIn(diagnosis, words)} class="which__verdict">
        {!verdict.stack && <Obstacle verdict={verdict} words={words} />}
        {verdict.evidence.length > 0 && <Evidence verdict={verdict} words={words} />}
      </Section>
      {release && (
        <Section title={words.release}>
          <p>
            <Prose text={words.releases[release.id]} values={release.values} />
            <Places facts={release.facts} words={words} />
          </p>
        </Section>
      )}
      {settings.length > 0 && (
        <Section title={words.configuration}>
          <ul>
            {settings.map(({ id, values, facts }) => (
              <li>
                <Prose text={words.settings[id]} values={values} />
                <Places facts={facts} words={words} />
              </li>
            ))}
          </ul>
          {settingsLeftOut > 0 && <p>{words.leftOut(settingsLeftOut)}</p>}
        </Section>
      )}
      {(verdict.stack || symptoms.length > 0) && (
        <Section title={words.symptoms}>
          {symptoms.length === 0 ? (
            <p>{words.noSymptoms}</p>
          ) : (
            <ul>
              {symptoms.map(({ id, page, facts }) => (
                <li>
                  <a href={addressOf(page)}>
                    <Prose text={words.found[id]} />
                  </a>
                  <Places facts={facts} words={words} />
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      {pages.length > 0 && (
        <Section title={words.readOn}>
          <ul>
            {pages.map((page) => (
              <li>
                <a href={addressOf(page)}>
                  <Prose text={words.pages[page]} />
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Section(props: { title: string; class?: string; children: ComponentChildren }): VNode {
  return (
    <section class={props.class}>
      <h4>{props.title}</h4>
      {props.children}
    </section>
  )
}

function Obstacle({ verdict, words }: { verdict: Diagnosis['verdict']; words: Words }): VNode | null {
  if (verdict.stack) return null
  return (
    <>
      <p>
        <Prose text={words.obstacles[verdict.because]} />
      </p>
      {verdict.because !== 'both' && (
        <ul>
          {commands.slice(verdict.because === 'old-kernel' ? 1 : 0).map((command) => (
            <li>
              <code>{command}</code>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** The lines that decide, of each kind the first. */
function Evidence({ verdict, words }: { verdict: Diagnosis['verdict']; words: Words }): VNode {
  const { stack, evidence } = verdict
  const byText = new Map(evidence.toReversed().map((fact) => [evidenceIn(fact, stack, words), fact]))
  return (
    <>
      <p class="which__evidence">{words.evidence}</p>
      <ul>
        {[...byText].toReversed().map(([text, fact]) => (
          <li>
            <Prose text={text} />
            <Places facts={[fact]} words={words} />
          </li>
        ))}
      </ul>
    </>
  )
}

function evidenceIn({ by }: Fact, stack: string | undefined, words: Words): string {
  return by === 'kernel' && !stack ? words.oldKernel : words.recognisers[by]
}

/** The lines that show a finding, as the reader pasted them. */
function Places({ facts, words }: { facts: readonly Fact[]; words: Words }): VNode {
  return (
    <>
      {facts.map(({ line: { number, shown } }) => (
        <span class="which__place">
          {words.line(number)} <code>{shown}</code>
        </span>
      ))}
    </>
  )
}
