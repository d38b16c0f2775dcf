//! Stores the user's goals, and their number of connections.

use super::{Change, Clock, Kind, PhotoSource, Record, Service, ServiceError, Store, StoreError, View};
use crate::memory::Connections;
use crate::time::DAY;
use crate::worth::{Goals, GoalsAsSent};

/// The most connections that LinkedIn allows: <https://www.linkedin.com/help/linkedin/answer/a541672>.
const MOST_CONNECTIONS: u32 = 30_000;

impl<S: Store, P: PhotoSource, C: Clock> Service<S, P, C> {
    /// The user's goals.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    pub async fn goals(&self) -> Result<Goals, StoreError> {
        self.ready().await?;
        Ok(self.memory.borrow().goals().clone())
    }

    /// Stores the user's goals. Returns the views of pending invitations that changed.
    ///
    /// # Errors
    /// [`ServiceError::Goals`] names what cannot be taken, [`ServiceError::Store`] if nothing could be stored.
    pub async fn set_goals(&self, goals: GoalsAsSent) -> Result<Vec<View>, ServiceError> {
        let goals = Goals::try_from(goals)?;
        self.ready().await?;
        let before = self.pending_views();
        self.change(Box::new(|_| {
            Ok(vec![if goals.is_empty() {
                Change::Delete(Kind::Goals, "goals".to_owned())
            } else {
                Change::Put(Record::Goals(goals))
            }])
        }))
        .await?;
        Ok(self.changed_since(&before))
    }

    /// Takes in how many connections a page of the user's own shows.
    ///
    /// # Errors
    /// [`ServiceError::Store`] if nothing could be stored.
    pub async fn see_connections(&self, count: u32) -> Result<(), ServiceError> {
        if count > MOST_CONNECTIONS {
            return Ok(());
        }
        let at = self.clock.now();
        self.change(Box::new(|memory| {
            let is_known = memory.connections().is_some_and(|known| known.count == count && at - known.at < DAY);
            let put = || Change::Put(Record::Connections(Connections { count, at }));
            Ok((!is_known).then(put).into_iter().collect())
        }))
        .await?;
        Ok(())
    }
}
