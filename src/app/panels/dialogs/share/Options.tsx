import { MASKS, type Mask } from '../../../../engine/share/index.ts';
import { useWords } from '../../../state/hooks.ts';
import css from './Share.module.css';

export interface Choice {
  all: boolean;
  configMaps: boolean;
  masks: Mask[];
}
export const FIRST_CHOICE: Choice = { all: false, configMaps: false, masks: [] };

/** The chosen chain alone unless asked for more; masks where asked for. */
export function Options({ choice, onChoice }: { choice: Choice; onChoice: (choice: Choice) => void }) {
  const words = useWords();
  const set = (change: Partial<Choice>) => onChoice({ ...choice, ...change });
  const toggle = (mask: Mask) =>
    set({ masks: choice.masks.includes(mask) ? choice.masks.filter((m) => m !== mask) : [...choice.masks, mask] });
  return (
    <div className={css['options']}>
      <fieldset className={css['group']}>
        <legend>{words('app', 'share.what')}</legend>
        <Check label={words('app', 'share.all')} checked={choice.all} onChange={() => set({ all: !choice.all })} />
        <Check
          label={words('app', 'share.configMaps')}
          checked={choice.configMaps}
          onChange={() => set({ configMaps: !choice.configMaps })}
        />
      </fieldset>
      <fieldset className={css['group']}>
        <legend>{words('app', 'share.mask')}</legend>
        {MASKS.map((mask) => (
          <Check
            key={mask}
            label={words('app', `share.mask.${mask}`)}
            checked={choice.masks.includes(mask)}
            onChange={() => toggle(mask)}
          />
        ))}
      </fieldset>
    </div>
  );
}

function Check({ label, checked, onChange }: { label: string; checked: boolean; onChange: () => void }) {
  return (
    <label className={css['check']}>
      <input type="checkbox" checked={checked} onChange={onChange} />
      {label}
    </label>
  );
}
