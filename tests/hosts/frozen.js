// A host that lets nobody add to what all lists are made of.
Object.freeze(Array.prototype);
