import type { HelpOf } from '../../help.ts';

export const objects: HelpOf<'object'> = {
  'duplicate-port-name': {
    why: 'Names of ports are unique in a Service and in a container. In a pod a named targetPort finds the first container that has the name.',
    symptom:
      'Within one object the API server refuses it: Duplicate value. Across containers the Service leads to the first, and the other is never scraped through it.',
    fix: 'Give each port a name of its own, and let targetPort and the endpoint name the one that is meant.',
  },
  'invalid-port-name': {
    why: 'Container ports take at most 15 lower-case letters, digits and hyphens with at least one letter; Service ports are DNS labels of at most 63.',
    symptom: 'The API server refuses the whole object, so nothing of it runs.',
    fix: 'Shorten the name or spell it in lower case, in every place that names it.',
  },
  'quoted-number': {
    why: 'Where a name or a number may stand, quotes make it a name. A container port has no name of digits only.',
    symptom:
      'The API server refuses the object, or the port is never found: the endpoints are empty, the probe fails, the policy admits nothing.',
    fix: 'Remove the quotes, or write the name of the port.',
  },
  'misplaced-field': {
    why: 'The field exists, in another place of the object. Indented too far or not far enough, it belongs to something else.',
    symptom:
      'The API server drops it without a word: kubectl apply warns of an unknown field at most, and the object behaves as if it were not there.',
    fix: 'Move it to where it belongs.',
  },
  'unknown-field': {
    why: 'The kind has no field of this name in this place. It is misspelt, or of another release or another kind.',
    symptom: 'The API server drops it without a word, and the default applies.',
    fix: 'Correct the spelling, or remove it. What a release knows is shown by kubectl explain.',
  },
};
