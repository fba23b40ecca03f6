import { duplicatePortName } from './duplicatePortName.ts';
import { invalidPortName } from './invalidPortName.ts';
import { misplacedField } from './misplacedField.ts';
import { quotedNumber } from './quotedNumber.ts';
import { unknownField } from './unknownField.ts';

/** Every check of objects by themselves. */
export const OBJECT_RULES = [duplicatePortName, invalidPortName, quotedNumber, misplacedField, unknownField] as const;
