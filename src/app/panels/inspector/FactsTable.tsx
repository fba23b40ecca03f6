import type { Fact } from '../../../engine/chain/index.ts';
import { readable } from '../../../words/index.ts';
import { useWords } from '../../state/hooks.ts';
import { AgreeMark } from '../../ui/Mark.tsx';
import css from './Inspector.module.css';

/** What must agree between two objects, name by name: left, right, and whether they do. */
export function FactsTable({ facts, left, right }: { facts: readonly Fact[]; left: string; right: string }) {
  const words = useWords();
  if (facts.length === 0) return null;
  const value = (side: Fact['left']) =>
    side ? <code>{readable(side.value)}</code> : <span className={css['absent']}>{words('app', 'fact.absent')}</span>;
  return (
    <table className={css['facts']}>
      <caption>{words('app', 'fact.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{words('app', 'fact.name')}</th>
          <th scope="col">{left}</th>
          <th scope="col">{right}</th>
          <th scope="col">{words('app', 'fact.verdict')}</th>
        </tr>
      </thead>
      <tbody>
        {facts.map((fact, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: facts have no id and never move
          <tr key={i}>
            <th scope="row">
              <code>{readable(fact.name)}</code>
            </th>
            <td>{value(fact.left)}</td>
            <td>{value(fact.right)}</td>
            <td>
              <AgreeMark holds={fact.holds} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
