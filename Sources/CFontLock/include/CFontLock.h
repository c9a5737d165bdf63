/// One lock for everything in the process that sets text with cairo and FreeType.
///
/// cairo shares the faces of fonts between threads, and up to 1.16 it can lose one that another
/// thread still draws with: two threads that set CJK text crash once in many thousand pictures.
/// Graphviz measures text through the same faces. So whoever sets text holds this lock.
#ifndef CFONT_LOCK_H
#define CFONT_LOCK_H

/// Waits for the lock; the thread that has it may take it again.
void CFontLock_take(void);

/// Gives the lock back.
void CFontLock_release(void);

static inline void CFontLock_leave(int *isHeld) {
  (void)isHeld;
  CFontLock_release();
}

/// Holds the lock until the end of the block that this stands in.
#define CFONT_LOCK_HERE                                                                        \
  __attribute__((cleanup(CFontLock_leave), unused)) int fontLock = (CFontLock_take(), 1)

#endif
