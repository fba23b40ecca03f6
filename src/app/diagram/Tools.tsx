import { useReactFlow } from '@xyflow/react';
import type { Words } from '../../words/index.ts';
import css from './Diagram.module.css';

interface Props {
  words: Words;
  focused: boolean;
  canFocus: boolean;
  onFocus: () => void;
  onFrame: () => void;
}

/** Zoom, fit, and dimming all but the neighbours of what is selected. */
export function Tools({ words, focused, canFocus, onFocus, onFrame }: Props) {
  const flow = useReactFlow();
  return (
    <div className={css['tools']} role="toolbar" aria-label={words('scene', 'tools.label')}>
      <button type="button" onClick={() => flow.zoomIn()} aria-label={words('scene', 'tools.in')} title={words('scene', 'tools.in')}>
        +
      </button>
      <button type="button" onClick={() => flow.zoomOut()} aria-label={words('scene', 'tools.out')} title={words('scene', 'tools.out')}>
        −
      </button>
      <button type="button" onClick={onFrame}>
        {words('scene', 'tools.fit')}
      </button>
      <button type="button" onClick={onFocus} aria-pressed={focused} disabled={!canFocus} title={words('scene', 'tools.focus.why')}>
        {words('scene', 'tools.focus')}
      </button>
    </div>
  );
}
