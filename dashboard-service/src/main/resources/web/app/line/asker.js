// Who or what asked for a turn of the loop.

const TRIGGERS = { drift: 'Drift', estimate: 'Low estimate' };

export const asker = cycle => TRIGGERS[cycle.trigger] ?? cycle.by;
