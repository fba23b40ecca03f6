import { useState } from 'react';
import type { StepView, TargetsView, TargetView } from '../../../../engine/api.ts';
import { readable, shortened } from '../../../../words/index.ts';
import { useWords } from '../../../state/hooks.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { EvidenceList } from '../EvidenceList.tsx';
import css from './Targets.module.css';

/** The labels people know a target by, in the order in which Prometheus' own pages show them. */
const MAIN = ['job', 'instance', 'namespace', 'service', 'pod', 'container', 'endpoint', 'node'];

/** One raw target: where it is scraped and as what, or which rule drops it; opened, its story rule by rule. */
export function TargetCard({ target, view }: { target: TargetView; view: TargetsView }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const rule = target.droppedBy === null ? null : view.rules[target.droppedBy];
  return (
    <details className={css['card']} open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary className={css['summary']}>
        <span className={css['mark']} data-kept={target.url !== null || undefined}>
          <Icon name={target.url === null ? 'close' : 'check'} size={13} />
          {words('targets', target.url === null ? 'mark.dropped' : 'mark.kept')}
        </span>
        <span className={css['url']}>{readable(target.url ?? target.pod ?? labelOf(target.discovered, '__address__') ?? '')}</span>
        {rule && (
          <span className={css['why']}>
            {words('targets', 'dropped-by', { rule: (target.droppedBy ?? 0) + 1, why: words('targets', `origin.${rule.origin}`) })}
          </span>
        )}
        {target.error !== null && <span className={css['why']}>{words.code('targets', `error.${target.error}`)}</span>}
        {target.url !== null && (
          <span className={css['labels']}>
            {MAIN.flatMap((name) => {
              const value = labelOf(target.labels, name);
              return value === null ? [] : [<Label key={name} name={name} value={value} />];
            })}
          </span>
        )}
      </summary>
      {open && <Opened target={target} view={view} />}
    </details>
  );
}

const labelOf = (labels: TargetView['labels'], name: string): string | null => labels.find(([n]) => n === name)?.[1] ?? null;

function Label({ name, value }: { name: string; value: string }) {
  return (
    <span className={css['label']}>
      <span className={css['labelName']}>{shortened(name)}=</span>
      {`"${readable(value)}"`}
    </span>
  );
}

function Opened({ target, view }: { target: TargetView; view: TargetsView }) {
  const words = useWords();
  const more = target.labels.filter(([name]) => !MAIN.includes(name));
  return (
    <div className={css['opened']}>
      {more.length > 0 && (
        <p className={css['labels']}>
          {more.map(([name, value]) => (
            <Label key={name} name={name} value={value} />
          ))}
        </p>
      )}
      <h4 className={css['sub']}>{words('targets', 'steps', { count: target.steps.length })}</h4>
      <ol className={css['steps']}>
        {target.steps.map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one rule may take several steps
          <li key={`${step.rule} ${i}`}>
            <Step step={step} view={view} />
          </li>
        ))}
      </ol>
      <details>
        <summary className={css['sub']}>{words('targets', 'discovered', { count: target.discovered.length })}</summary>
        <dl className={css['meta']}>
          {target.discovered.map(([name, value]) => (
            <div key={name}>
              <dt>{shortened(name)}</dt>
              <dd>{readable(value)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

/** A rule that did something: what, by which rule, and on request the manifest lines that asked for the rule. */
function Step({ step, view }: { step: StepView; view: TargetsView }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const rule = view.rules[step.rule];
  if (!rule) return null;
  const params = { label: step.label ?? '', from: step.from ?? '', to: step.to ?? '' };
  return (
    <details className={css['step']} data-effect={step.effect} open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>
        <span className={css['number']}>{step.rule + 1}</span> {words('targets', `effect.${step.effect}`, params)} ·{' '}
        <span className={css['quiet']}>{words('targets', `origin.${rule.origin}`)}</span>
      </summary>
      {open && (
        <>
          <code className={css['rule']}>{readable(rule.text)}</code>
          {rule.at ? <EvidenceList ats={[rule.at]} moment="before" /> : <p className={css['quiet']}>{words('targets', 'always')}</p>}
        </>
      )}
    </details>
  );
}
