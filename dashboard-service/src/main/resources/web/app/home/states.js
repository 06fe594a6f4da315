// The states of a line, in the order of the list, with their words. The colours are in home.css.

export const STATES = {
  'needs-you': ['Needs you', 'The pictures have drifted and the loop does not mend it by itself, or the estimated accuracy is low.'],
  'camera-fault': ['Camera fault', 'Most of the newest frames are unusable.'],
  drifting: ['Drifting', 'The pictures have drifted; the loop may start an adaptation.'],
  'no-model': ['No model', 'No model serves the line yet.'],
  adapting: ['Adapting', 'A candidate is trained, judged, tried in shadow or watched.'],
  silent: ['Silent', 'No picture has come for a while.'],
  fine: ['Fine', 'A model serves, and nothing is known against it.'],
};

export const stateName = state => STATES[state]?.[0] ?? state;
