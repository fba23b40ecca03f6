import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { TargetsView } from '../../../../engine/api.ts';
import { readable } from '../../../../words/index.ts';
import { copyText, download } from '../../../state/download.ts';
import { useSession, useWords } from '../../../state/hooks.ts';
import { useAsk } from '../../../state/useAsk.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { EvidenceList } from '../EvidenceList.tsx';
import css from './Targets.module.css';

/** The entry of scrape_configs that the operator would write for the chain; each rule leads to the field it comes from. */
export function JobConfig({ chain }: { chain: string }) {
  const words = useWords();
  const session = useSession();
  const view = useAsk('targets', chain);
  const [chosen, setChosen] = useState<number | null>(null);
  if (view === undefined) return <Skeleton height={240} m={12} width="auto" />;
  if (view === null) return <p className={css['none']}>{words('targets', 'no-job')}</p>;
  const starts = new Map(view.rules.map((rule, i) => [rule.line, i]));
  const rule = chosen === null ? undefined : view.rules[chosen];
  return (
    <div className={css['body']}>
      <p className={css['quiet']}>
        {view.prometheus === null ? words('targets', 'by.nobody') : words('targets', 'by', { prometheus: view.prometheus })}
      </p>
      <div className={css['tools']}>
        <Button leftSection={<Icon name="copy" size={13} />} onClick={() => void copyText(view.yaml)}>
          {words('targets', 'config.copy')}
        </Button>
        <Button leftSection={<Icon name="download" size={13} />} onClick={() => void download(session, 'scrape-config')}>
          {words('targets', 'config.all')}
        </Button>
      </div>
      <p className={css['quiet']}>{words('targets', 'config.hint')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard */}
      <section className={css['yaml']} tabIndex={0} aria-label={words('targets', 'config.label', { job: view.job })}>
        {view.yaml
          .replace(/\n$/, '')
          .split('\n')
          .map((line, i) => {
            const index = starts.get(i);
            const chosenHere = index !== undefined && index === chosen;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no other name
              <div key={i} className={css['line']} data-chosen={chosenHere || undefined}>
                {index === undefined ? (
                  <code>{readable(line)}</code>
                ) : (
                  <button
                    type="button"
                    className={css['ruleButton']}
                    aria-expanded={chosenHere}
                    onClick={() => setChosen(chosenHere ? null : index)}
                  >
                    <code>{readable(line)}</code>
                  </button>
                )}
                {chosenHere && rule && <RuleSource rule={rule} number={index + 1} />}
              </div>
            );
          })}
      </section>
    </div>
  );
}

/** Why the operator writes a rule, and the manifest lines that ask for it. */
function RuleSource({ rule, number }: { rule: TargetsView['rules'][number]; number: number }) {
  const words = useWords();
  return (
    <div className={css['source']}>
      <p>
        {words('targets', 'config.rule', { rule: number })} {words('targets', `origin.${rule.origin}`)}
      </p>
      {rule.at ? <EvidenceList ats={[rule.at]} moment="before" /> : <p className={css['quiet']}>{words('targets', 'always')}</p>}
    </div>
  );
}
