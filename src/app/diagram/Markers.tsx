import { STATES } from '../../engine/scene/index.ts';
import css from './Diagram.module.css';
import wires from './Wire.module.css';

/** Arrow heads, one a state, so that they take its colour. */
export function Markers() {
  return (
    <svg className={css['markers']} aria-hidden="true">
      <defs>
        {STATES.map((state) => (
          <marker
            key={state}
            id={`lc-${state}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path className={wires['arrow']} data-state={state} d="M1,1 L7,4 L1,7" />
          </marker>
        ))}
      </defs>
    </svg>
  );
}
