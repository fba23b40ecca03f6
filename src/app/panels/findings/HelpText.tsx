import { useEffect, useState } from 'react';
import { loadHelp } from '../../../words/help.ts';
import { useWords } from '../../state/hooks.ts';
import css from './Findings.module.css';

type Help = Awaited<ReturnType<typeof loadHelp>>;

/** Why a code comes about, what one sees of it, what to do, and where the rule is from; loaded with the first one opened. */
export function HelpText({ code }: { code: string }) {
  const words = useWords();
  const [help, setHelp] = useState<{ lang: string; of: Help }>();
  useEffect(() => {
    let wanted = true;
    void loadHelp(words.lang).then((of) => wanted && setHelp({ lang: words.lang, of }));
    return () => {
      wanted = false;
    };
  }, [words.lang]);
  const text = help?.lang === words.lang ? help.of(code) : null;
  if (!text) return null;
  return (
    <dl className={css['help']}>
      {(['why', 'symptom', 'fix'] as const).map((part) => (
        <div key={part}>
          <dt>{words('app', `help.${part}`)}</dt>
          <dd>{text[part]}</dd>
        </div>
      ))}
      <div>
        <dt>{words('app', 'help.source')}</dt>
        <dd className={css['quiet']}>{text.source}</dd>
      </div>
    </dl>
  );
}
